package nl.schakel.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers errors that the container finds outside both applications; {@code web.xml} sends them here. */
@WebServlet("/fout")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ErrorAnswers answers;

    @Inject
    private transient Templates templates;

    @Inject
    private transient DefectLog log;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problem problem = Problems.ofStatus(status instanceof Integer code ? code : 404);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            problem = Problems.refusal(failure).isPresent() ? Problems.of(failure) : problem;
            problem.reference().ifPresent(reference -> log.defect(reference, failure));
        }
        problem.waitSeconds().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
        boolean machine = ErrorAnswers.forMachine(LanguageCookie.originalPath(request));
        response.setStatus(problem.status());
        response.setContentType(machine ? ProblemJson.MEDIA_TYPE : "text/html; charset=UTF-8");
        String body = machine ? answers.write(problem) : answers.render(templates, problem);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
