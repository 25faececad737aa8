package nl.schakel.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sets the headers that tell a browser what it may do, on every answer: pages, documents, errors and style sheets. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The one page with script, and that script: it may talk to its own origin, its workers to nobody. */
    private static final String SCRIPTED_PAGE = "/" + PageApplication.PATH + "/leveringen/nieuw";

    private static final String SCRIPT = "/script/";

    /** The verifier of the log: a page to keep and open from a folder, where its own content policy holds. */
    private static final String TO_KEEP = SCRIPT + "controle/";

    private static final String PAGE_POLICY = POLICY + "; script-src 'self'; worker-src 'self'; connect-src 'self'";
    private static final String SCRIPT_POLICY =
            "default-src 'none'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest question && response instanceof HttpServletResponse answer) {
            set(question, answer);
            if (question.getMethod().equals("TRACE") || question.getMethod().equals("TRACK")) {
                answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static String policy(String path) {
        if (path.startsWith(SCRIPT)) {
            return SCRIPT_POLICY;
        }
        return path.equals(SCRIPTED_PAGE) ? PAGE_POLICY : POLICY;
    }

    private static void set(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy(request.getRequestURI()));
        response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
        boolean fixed = request.getRequestURI().startsWith("/stijl/")
                || request.getRequestURI().startsWith(SCRIPT);
        response.setHeader("Cache-Control", fixed ? "public, max-age=3600" : "no-store");
        if (request.getRequestURI().startsWith(TO_KEEP)) {
            response.setHeader("Content-Disposition", "attachment");
        }
        if (request.getRequestURI().startsWith("/" + ApiApplication.PATH)) {
            response.setHeader("API-Version", ApiApplication.VERSION);
        }
        String language = LanguageCookie.header(request);
        if (!language.isEmpty()) {
            response.addHeader("Set-Cookie", language);
        }
    }
}
