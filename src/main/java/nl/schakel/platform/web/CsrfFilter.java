package nl.schakel.platform.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses a form that another site made the browser send. Every writing request to a page must come from our own origin,
 * by {@code Sec-Fetch-Site} or, from an old browser, {@code Origin}; and where somebody is signed in it must carry the
 * session's secret: a field {@code _csrf} in a plain form, the first part in a multipart one, so that an upload can be
 * streamed after the check.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class CsrfFilter implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int LOOK_AHEAD = 65_536;

    @Inject
    private HttpServletRequest servletRequest;

    @Inject
    private Page page;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        boolean machine = ErrorAnswers.forMachine(LanguageCookie.originalPath(servletRequest));
        if (machine || READING.contains(request.getMethod())) {
            return;
        }
        if (!sameOrigin(request)) {
            throw new ForbiddenException();
        }
        Optional<String> secret = page.visitor().formToken();
        if (secret.isPresent() && !equal(secret.get(), sent(request))) {
            throw new ForbiddenException();
        }
    }

    private static boolean sameOrigin(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeaderString("Origin");
        String host = request.getHeaderString("Host");
        return origin != null
                && host != null
                && origin.substring(origin.indexOf("://") + 3).equals(host);
    }

    private static String sent(ContainerRequestContext request) throws IOException {
        InputStream body = new BufferedInputStream(request.getEntityStream(), LOOK_AHEAD);
        body.mark(LOOK_AHEAD);
        byte[] start = FormStart.isForm(request.getMediaType())
                ? body.readNBytes(LOOK_AHEAD - 1)
                : FormStart.firstPart(body, LOOK_AHEAD - 1);
        body.reset();
        request.setEntityStream(body);
        return FormStart.token(new String(start, StandardCharsets.UTF_8), request.getMediaType());
    }

    private static boolean equal(String expected, String sent) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
