package nl.schakel.platform.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers everything else: a defect, told only by a reference number. */
@Provider
@Dependent
public class DefectMapper implements ExceptionMapper<Throwable> {
    @Context
    private ResourceInfo place;

    @Inject
    private ErrorAnswers answers;

    @Override
    public Response toResponse(Throwable failure) {
        return answers.to(failure, place);
    }
}
