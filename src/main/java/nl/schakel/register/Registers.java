package nl.schakel.register;

import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import nl.schakel.school.SchoolYear;

/** Port: the loaded registers. Every method runs in the caller's transaction of the link zone. Thread-safe. */
public interface Registers {
    /** The delivery that holds exactly these files. */
    Optional<RegisterDelivery> withContent(Digest keyedDigest);

    /**
     * Makes the persons known by RINPERSOON.
     *
     * @param rins tokens, one for each person, in the same order
     * @return how many tokens belong to another person since an earlier load; they stay with that person
     */
    long bridge(List<Token> rins, List<PersonKey> persons);

    /** The persons of RINPERSOON tokens, in their order; empty for one that no bridge file named. */
    List<Optional<PersonKey>> persons(List<Token> rins);

    /** Stores rows of one file. */
    void write(RegisterDeliveryId delivery, FileType type, SchoolYear year, List<KnownRow> rows);

    /** How many persons the file names more than once. */
    long personsTwice(RegisterDeliveryId delivery, FileType type);

    /** Stores the delivery itself, once all its files are stored, with the entry of who loaded it. */
    void add(RegisterDelivery delivery, Digest keyedDigest, AuditEntry entry);

    /** Writes an entry of an act that changed nothing. */
    void note(AuditEntry entry);

    /** All deliveries, newest reference date first. */
    List<RegisterDelivery> all();
}
