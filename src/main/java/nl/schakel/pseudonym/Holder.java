package nl.schakel.pseudonym;

import java.util.Arrays;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;

/** One of the three hands that keep keys. Nobody is in two of them. */
public enum Holder {
    /** Keeps {@code oprf} and {@code token}. */
    A("a", Role.CUSTODIAN_A),
    /** Keeps {@code link/v} and {@code research/g}. */
    B("b", Role.CUSTODIAN_B),
    /** Keeps the keys of the audit log. */
    LOG("log", Role.CUSTODIAN_LOG);

    private final String code;
    private final Role role;

    Holder(String code, Role role) {
        this.code = code;
        this.role = role;
    }

    /** The name in files, in configuration and in the API. */
    public String code() {
        return code;
    }

    /** The role of this holder's custodians. */
    public Role role() {
        return role;
    }

    /** The holder of this name, if there is one. */
    public static Optional<Holder> parse(String code) {
        return Arrays.stream(values())
                .filter(holder -> holder.code.equals(code))
                .findFirst();
    }

    /** The holder whose custodian the actor is. @throws AuditRefused.NotAllowed where it is none */
    public static Holder of(Actor actor) {
        return Arrays.stream(values())
                .filter(holder -> actor.has(holder.role))
                .findFirst()
                .orElseThrow(() -> new AuditRefused.NotAllowed(Role.CUSTODIAN_A));
    }
}
