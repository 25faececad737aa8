package nl.schakel.audit;

import java.net.URI;

/** Port: asks a witness to sign. Thread-safe. */
public interface WitnessCalls {
    /** The answer of the witness at this address; never throws, and takes half a minute at most. */
    WitnessReply ask(URI address, AddCheckpoint request);
}
