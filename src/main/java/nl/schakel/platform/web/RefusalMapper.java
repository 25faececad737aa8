package nl.schakel.platform.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import nl.schakel.platform.problem.Refusal;

/** Answers refusals. Made anew for each of the two applications: the place of a request belongs to one of them. */
@Provider
@Dependent
public class RefusalMapper implements ExceptionMapper<Refusal> {
    @Context
    private ResourceInfo place;

    @Inject
    private ErrorAnswers answers;

    @Override
    public Response toResponse(Refusal failure) {
        return answers.to(failure, place);
    }
}
