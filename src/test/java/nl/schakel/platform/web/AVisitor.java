package nl.schakel.platform.web;

import java.util.Optional;
import java.util.Set;

/** Somebody signed in who looks at a page in a test. */
public record AVisitor(Optional<String> name, Set<String> roles, Optional<String> school, Optional<String> formToken)
        implements Visitor {

    /** Somebody of one role and of no school. */
    public static AVisitor of(String role) {
        return new AVisitor(Optional.of("Iemand"), Set.of(role), Optional.empty(), Optional.of("geheim"));
    }

    /** Somebody of a school. */
    public static AVisitor ofSchool(String brin) {
        return new AVisitor(Optional.of("school"), Set.of("SCHOOL"), Optional.of(brin), Optional.of("geheim"));
    }
}
