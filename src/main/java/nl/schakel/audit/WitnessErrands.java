package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.Cosignatures.CheckedLine;
import nl.schakel.audit.WitnessContact.Outcome;

/** What is asked of a witness and what came of it, each step a transaction of its own: none is open while a witness is asked. */
@Dependent
public class WitnessErrands {
    private final Cosignatures cosignatures;
    private final Tiles tiles;
    private final Signatures check;
    private final Clock clock;

    /** Takes proofs from these tiles of the log. */
    @Inject
    public WitnessErrands(Cosignatures cosignatures, Tiles tiles, Signatures check, Clock clock) {
        this.cosignatures = cosignatures;
        this.tiles = tiles;
        this.check = check;
        this.clock = clock;
    }

    /**
     * What is asked of a witness.
     *
     * @param checkpoint the newest signed checkpoint
     * @param note it as the log signed it
     */
    public record Errand(Checkpoint checkpoint, Note note, AddCheckpoint request) {}

    /**
     * The errand to a witness that has not signed the newest checkpoint.
     *
     * @param anyway also where it has: it may have signed more than is known here
     */
    @Transactional
    public Optional<Errand> next(VerificationKey witness, boolean anyway) {
        long signed = cosignatures.contact(witness).map(WitnessContact::size).orElse(0L);
        return cosignatures
                .newestSigned()
                .filter(newest -> anyway || newest.checkpoint().size() > signed)
                .flatMap(newest -> errand(newest, signed));
    }

    /** The errand to a witness that signed this size last; empty where the log has no signed checkpoint of that size or more. */
    @Transactional
    public Optional<Errand> from(long size) {
        return cosignatures.newestSigned().flatMap(newest -> errand(newest, size));
    }

    private Optional<Errand> errand(StoredCheckpoint newest, long signed) {
        Checkpoint checkpoint = newest.checkpoint();
        return newest.note().filter(text -> signed <= checkpoint.size()).map(text -> {
            Note note = Note.read(text);
            return new Errand(
                    checkpoint,
                    note,
                    AddCheckpoint.of(signed, new TileTree(tiles).consistency(signed, checkpoint.size()), note));
        });
    }

    /** Checks what a witness answered and stores it. @return REFUSED where its signature is not there or not right */
    @Transactional
    public Outcome signed(Errand errand, VerificationKey witness, String lines) {
        Optional<CheckedLine> line = checked(errand.note().text() + "\n" + lines, witness);
        line.ifPresent(each -> cosignatures.add(errand.checkpoint().size(), witness, each));
        return line.isPresent()
                ? remember(witness, errand.checkpoint().size(), Outcome.SIGNED)
                : notSigned(witness, Outcome.REFUSED);
    }

    private Optional<CheckedLine> checked(String answered, VerificationKey witness) {
        try {
            Note note = Note.read(answered);
            return note.signature(witness, check).flatMap(signature -> note.signatures().stream()
                    .filter(line -> line.isOf(witness))
                    .findFirst()
                    .map(line -> new CheckedLine(line, Instant.ofEpochSecond(signature.time()))));
        } catch (EvidenceRejected | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Stores that a witness did not sign, and why. */
    @Transactional
    public Outcome notSigned(VerificationKey witness, Outcome outcome) {
        long size = cosignatures.contact(witness).map(WitnessContact::size).orElse(0L);
        return remember(witness, size, outcome);
    }

    private Outcome remember(VerificationKey witness, long size, Outcome outcome) {
        Instant now = clock.instant();
        Instant since = cosignatures
                .contact(witness)
                .filter(before -> before.outcome() == outcome)
                .map(WitnessContact::since)
                .orElse(now);
        cosignatures.remember(new WitnessContact(WitnessContact.named(witness), size, outcome, since, now));
        return outcome;
    }
}
