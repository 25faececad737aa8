package nl.schakel.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The interface for machines: every resource in a package that ends in {@code .rest}. */
@ApplicationPath(ApiApplication.PATH)
public class ApiApplication extends Application {
    /** Path below the context root. */
    public static final String PATH = "api/v1";

    /** Full version, sent as {@code API-Version} on each answer. */
    public static final String VERSION = "1.0.0";

    @Override
    public Set<Class<?>> getClasses() {
        return WebClasses.of(".rest");
    }

    @Override
    public Map<String, Object> getProperties() {
        return WebClasses.PROPERTIES;
    }
}
