package nl.schakel.account;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Public;

/** Decides by the annotations of a resource or controller method whether somebody may call it. Default: nobody may. */
public final class Access {
    private Access() {}

    /** Returns normally where the actor may call the method. @throws AuditRefused otherwise, saying why */
    public static void check(Class<?> type, Method method, Optional<Actor> actor) {
        Optional<AnnotatedElement> rule = rule(type, method);
        if (rule.filter(place -> place.isAnnotationPresent(Public.class)).isPresent()) {
            return;
        }
        Actor known = actor.orElseThrow(AuditRefused.NotSignedIn::new);
        Role[] allowed = rule.map(
                        place -> place.getAnnotation(AllowedRoles.class).value())
                .orElse(new Role[0]);
        if (Arrays.stream(allowed).noneMatch(known::has)) {
            throw new AuditRefused.NotAllowed(allowed.length == 0 ? Role.OPERATOR : allowed[0]);
        }
    }

    /** Whether the method, or else its class, says who may call it. */
    public static boolean isDeclared(Class<?> type, Method method) {
        return rule(type, method).isPresent();
    }

    private static Optional<AnnotatedElement> rule(Class<?> type, Method method) {
        return Arrays.<AnnotatedElement>asList(method, type).stream()
                .filter(place ->
                        place.isAnnotationPresent(Public.class) || place.isAnnotationPresent(AllowedRoles.class))
                .findFirst();
    }
}
