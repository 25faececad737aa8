package nl.schakel.linkage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.schakel.audit.AuditEntry;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.register.RegisterDeliveryId;

/** Port: runs and their outcomes. Every method works in the caller's transaction of the link zone. Thread-safe. */
public interface Runs {
    /**
     * What a run reads.
     *
     * @param deliveries how many approved deliveries there are
     */
    record Inputs(RegisterDeliveryId register, LocalDate referenceDate, int deliveries) {}

    /**
     * What pass 1 did.
     *
     * @param objected persons left out
     */
    record Linked(long objected, RunReport report) {}

    /** Waits until no other run is going on, and says what there is to read; empty where no register is loaded. */
    Optional<Inputs> inputs();

    /**
     * Pass 1: every delivered person without a standing objection gets an outcome. A registered person with the same key is
     * verified by the tokens of sex and date of birth. Deliveries become linked.
     */
    Linked linkByNumber(RunId run, Inputs inputs, Instant at);

    /** Hands over the persons of a run in blocks. */
    void persons(RunId run, Consumer<List<PersonKey>> blocks);

    /** Stores the finished run with its manifest and the entry of who ran it. */
    void add(Run run, AuditEntry entry);

    /** Writes an entry of an act that changed nothing. */
    void note(AuditEntry entry);

    /** A run. */
    Optional<Run> find(RunId id);

    /** The newest runs, newest first. */
    List<Run> newest(int most);
}
