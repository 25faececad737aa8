package nl.schakel.platform.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers violated constraints; more specific than the mapper that Jersey brings, which would repeat the value. */
@Provider
@Dependent
public class ValidationMapper implements ExceptionMapper<ValidationException> {
    @Context
    private ResourceInfo place;

    @Inject
    private ErrorAnswers answers;

    @Override
    public Response toResponse(ValidationException failure) {
        return answers.to(failure, place);
    }
}
