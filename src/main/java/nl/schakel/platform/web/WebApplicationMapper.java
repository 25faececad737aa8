package nl.schakel.platform.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what JAX-RS itself refuses: unknown paths, methods and media types. */
@Provider
@Dependent
public class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {
    @Context
    private ResourceInfo place;

    @Inject
    private ErrorAnswers answers;

    @Override
    public Response toResponse(WebApplicationException failure) {
        return answers.to(failure, place);
    }
}
