package nl.schakel.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Lets Jakarta MVC render templates ending in {@code .jte}. */
@ApplicationScoped
public class JteViewEngine implements ViewEngine {
    @Inject
    private Templates templates;

    @Override
    public boolean supports(String view) {
        return view.endsWith(".jte");
    }

    /** Renders first and writes afterwards, so that a failing template cannot leave half a page behind. */
    @Override
    public void processView(ViewEngineContext context) {
        String page = templates.render(context.getView(), context.getModels().asMap());
        context.getResponseHeaders().putSingle("Content-Type", "text/html; charset=UTF-8");
        try {
            context.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
