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
     * The registers that a run reads.
     *
     * @param register whose persons are compared with
     * @param registers of each file type the register delivery in force
     */
    record Inputs(RegisterDeliveryId register, LocalDate referenceDate, List<RegisterUsed> registers) {
        /** Takes a copy. */
        public Inputs {
            registers = List.copyOf(registers);
        }
    }

    /**
     * What pass 1 did.
     *
     * @param deliveries school deliveries that took part
     * @param objected persons left out
     * @param erased rows that lost their basis because an objection or refusal under another number of a pupil now counts
     */
    record Linked(int deliveries, long objected, long erased, RunReport report) {}

    /** Waits until no other run is going on, and says which registers there are; empty where none is loaded. */
    Optional<Inputs> inputs();

    /**
     * Pass 1: every delivered person without a standing objection gets an outcome. A registered person with the same key is
     * verified by the tokens of sex and date of birth. The deliveries approved when it begins are fixed and kept with the run;
     * one approved later takes no part. Number changes that it used can no longer be undone.
     */
    Linked linkByNumber(RunId run, Inputs inputs, Instant at);

    /** Hands over the persons of a run in blocks. */
    void persons(RunId run, Consumer<List<PersonKey>> blocks);

    /** Stores the finished run with its manifest and the entry of who ran it; its deliveries become linked. */
    void add(Run run, AuditEntry entry);

    /** Writes an entry of an act that changed nothing. */
    void note(AuditEntry entry);

    /** A run. */
    Optional<Run> find(RunId id);

    /** The newest runs, newest first. */
    List<Run> newest(int most);
}
