package nl.schakel.platform.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds what each of the two applications consists of, from the beans that the container has found: no list by hand. */
final class WebClasses {
    /** Our mappers write every error; the multipart reader that fills the disk, Jackson and MOXy stay out. */
    static final Map<String, Object> PROPERTIES = Map.of(
            "jersey.config.server.response.setStatusOverSendError", true,
            "jersey.config.server.wadl.disableWadl", true,
            "jersey.config.server.disableMoxyJson", true,
            "jersey.config.disableJacksonJson", true);

    private WebClasses() {}

    /** Resources and providers in the packages with this ending, and the shared ones of this package. */
    static Set<Class<?>> of(String door) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Bean<?> bean : CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            Class<?> type = bean.getBeanClass();
            if (isPart(type, door)) {
                found.add(type);
            }
        }
        return found;
    }

    private static boolean isPart(Class<?> type, String door) {
        String name = type.getPackageName();
        boolean provider = type.isAnnotationPresent(Provider.class);
        if (name.equals(WebClasses.class.getPackageName())) {
            return provider || (door.equals(".rest") && type.isAnnotationPresent(Path.class));
        }
        boolean own = name.startsWith("nl.schakel.") && name.endsWith(door);
        return own && (provider || type.isAnnotationPresent(Path.class));
    }
}
