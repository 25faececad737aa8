package nl.schakel.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a resource or controller method: anybody who has at least one of the roles. On a class it holds for each
 * method that has no annotation of its own. A method with neither this annotation nor {@code Public} is open to nobody.
 * The use case behind it still checks its actor.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AllowedRoles {
    /** One or more roles; holding one is enough. */
    Role[] value();
}
