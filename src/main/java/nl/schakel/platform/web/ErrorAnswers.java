package nl.schakel.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import nl.schakel.platform.problem.Refusal;
import nl.schakel.platform.problem.RefusalListener;

/** Answers a failed request: a page for people, a problem document for machines, both from the same problem. */
@RequestScoped
public class ErrorAnswers {
    static final String TEMPLATE = "web/fout.jte";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Instance<RefusalListener> listeners;

    @Inject
    private Page page;

    @Inject
    private Models models;

    @Inject
    private DefectLog log;

    /** The answer to an exception, after a refusal has been told to its listeners and a defect has been logged. */
    Response to(Throwable failure, ResourceInfo place) {
        Problem problem = Problems.of(failure);
        Problems.refusal(failure).ifPresent(refusal -> tell(refusal, place));
        problem.reference().ifPresent(reference -> log.defect(reference, failure));
        return forMachine(LanguageCookie.originalPath(request)) ? document(problem) : html(problem);
    }

    /** The page of a problem outside every controller. */
    String render(Templates templates, Problem problem) {
        return templates.render(TEMPLATE, parameters(problem));
    }

    /** The document of a problem outside every resource. */
    String write(Problem problem) {
        return ProblemJson.write(problem, apiTexts());
    }

    static boolean forMachine(String path) {
        return path.startsWith("/" + ApiApplication.PATH) || path.startsWith("/api/");
    }

    private void tell(Refusal refusal, ResourceInfo place) {
        String act = act(refusal, place);
        listeners.forEach(listener -> listener.refused(act, refusal));
    }

    // receiveDelivery of nl.schakel.delivery.rest is told as delivery.receive-delivery
    private static String act(Refusal refusal, ResourceInfo place) {
        if (place.getResourceMethod() == null) {
            return refusal.feature() + ".request";
        }
        String feature = place.getResourceClass().getPackageName().split("\\.", -1)[2];
        String method = place.getResourceMethod().getName().replaceAll("([A-Z])", "-$1");
        return feature + "." + method.toLowerCase(Locale.ROOT);
    }

    private Response document(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(ProblemJson.MEDIA_TYPE).entity(write(problem));
        if (problem.status() == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        return retry(answer, problem).build();
    }

    private Response html(Problem problem) {
        if (problem.status() == 401 && request.getMethod().equals("GET")) {
            return page.to("aanmelden?naar=" + URLEncoder.encode(target(), StandardCharsets.UTF_8));
        }
        parameters(problem).forEach(models::put);
        return retry(Response.status(problem.status()).type("text/html; charset=UTF-8"), problem)
                .entity(new ErrorView(parameters(problem)))
                .build();
    }

    private String target() {
        String query = request.getQueryString();
        return LanguageCookie.originalPath(request) + (query == null ? "" : "?" + query);
    }

    private Map<String, Object> parameters(Problem problem) {
        PageContext context = page.context(problem.title(page.texts()));
        return Map.of("page", context, "model", ErrorModel.of(problem, page.texts()));
    }

    private Texts apiTexts() {
        return Texts.in(Language.of(request.getHeader("Accept-Language")));
    }

    private static Response.ResponseBuilder retry(Response.ResponseBuilder answer, Problem problem) {
        problem.waitSeconds().ifPresent(seconds -> answer.header("Retry-After", seconds));
        return answer;
    }
}
