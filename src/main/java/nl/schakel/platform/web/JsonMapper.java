package nl.schakel.platform.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers JSON that cannot be read, without the library's message, which quotes the value. */
@Provider
@Dependent
public class JsonMapper implements ExceptionMapper<JsonException> {
    @Context
    private ResourceInfo place;

    @Inject
    private ErrorAnswers answers;

    @Override
    public Response toResponse(JsonException failure) {
        return answers.to(failure, place);
    }
}
