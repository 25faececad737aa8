package nl.schakel.audit;

import java.util.Optional;

/** Port: the actor of the current request, established by the door through which it came. */
public interface CurrentActor {
    /** The signed-in actor, or empty where nobody is signed in. */
    Optional<Actor> actor();

    /** The signed-in actor. @throws AuditRefused.NotSignedIn where nobody is */
    default Actor require() {
        return actor().orElseThrow(AuditRefused.NotSignedIn::new);
    }
}
