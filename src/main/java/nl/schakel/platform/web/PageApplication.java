package nl.schakel.platform.web;

import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The interface for people: every controller in a package that ends in {@code .page}. */
@ApplicationPath(PageApplication.PATH)
public class PageApplication extends Application {
    /** Path below the context root. */
    public static final String PATH = "portaal";

    @Override
    public Set<Class<?>> getClasses() {
        return WebClasses.of(".page");
    }

    /** Krazo's own forgery check is off: it cannot read a streamed upload. {@link CsrfFilter} stands in its place. */
    @Override
    public Map<String, Object> getProperties() {
        Map<String, Object> properties = new HashMap<>(WebClasses.PROPERTIES);
        properties.put("jersey.config.server.headers.location.relative.resolution.disabled", true);
        properties.put(Csrf.CSRF_PROTECTION, Csrf.CsrfOptions.OFF);
        return properties;
    }
}
