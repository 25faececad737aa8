package nl.schakel.audit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A witness of logs. It signs a checkpoint only when it continues every one that it signed before, and remembers it before it
 * signs: so it never signs two roots for one size, nor two histories, wherever it is killed. Source: C2SP tlog-witness.
 * Thread-safe: requests wait for each other.
 */
public final class Witness {
    private final List<VerificationKey> logs;
    private final Cosigner cosigner;
    private final WitnessMemory memory;
    private final Signatures check;
    private final Clock clock;

    /**
     * What a witness works with.
     *
     * @param logs the keys of the logs that are witnessed; the name of a key is the origin of its log
     */
    public record Tools(List<VerificationKey> logs, Cosigner cosigner, WitnessMemory memory, Signatures check) {
        /** Copies the list. */
        public Tools {
            logs = List.copyOf(logs);
        }
    }

    /** The answer to a request. */
    public sealed interface Answer {
        /** Signed: the lines to add to the checkpoint. */
        record Cosigned(List<NoteSignature> lines) implements Answer {}

        /** The request has another form; the reason is a clause in Dutch without what was sent. */
        record Malformed(String reason) implements Answer {}

        /** The log is not one of those that are witnessed. */
        record UnknownLog() implements Answer {}

        /** No key of the log signed the checkpoint, or a line of such a key is wrong. */
        record NotSigned() implements Answer {}

        /** The request is not about the size that was signed last, which is told: 0 for none. */
        record OtherSize(long size) implements Answer {}

        /** The same size has another root. */
        record OtherRoot() implements Answer {}

        /** The proof does not show that the checkpoint continues the last one. */
        record NotProved() implements Answer {}
    }

    /** Signs in the time of this clock. */
    public Witness(Tools tools, Clock clock) {
        this.logs = tools.logs();
        this.cosigner = tools.cosigner();
        this.memory = tools.memory();
        this.check = tools.check();
        this.clock = clock;
    }

    /** Answers a request in the order of checks that the protocol prescribes. */
    public synchronized Answer add(byte[] body) {
        AddCheckpoint request;
        Optional<Checkpoint> read;
        try {
            request = AddCheckpoint.read(body);
            read = Checkpoint.read(request.note().text());
        } catch (EvidenceRejected e) {
            return new Answer.Malformed(e.reason());
        }
        return read.map(checkpoint -> judge(request, checkpoint))
                .orElseGet(() -> new Answer.Malformed("de ondertekende tekst is geen controlepunt"));
    }

    private Answer judge(AddCheckpoint request, Checkpoint checkpoint) {
        List<VerificationKey> keys = logs.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (keys.isEmpty()) {
            return new Answer.UnknownLog();
        }
        List<NoteSignature> trusted = request.note().signatures().stream()
                .filter(line -> keys.stream().anyMatch(line::isOf))
                .toList();
        if (trusted.isEmpty() || !isSigned(request.note(), keys)) {
            return new Answer.NotSigned();
        }
        if (request.old() > checkpoint.size()) {
            return new Answer.Malformed("de vorige omvang is groter dan die van het controlepunt");
        }
        // lines of unknown keys are not kept
        return compare(request, checkpoint, new Note(request.note().text(), trusted));
    }

    private boolean isSigned(Note note, List<VerificationKey> keys) {
        try {
            // each key is asked, because a wrong line of any of them spoils the note
            return keys.stream().filter(key -> note.signedBy(key, check)).count() > 0;
        } catch (EvidenceRejected e) {
            return false;
        }
    }

    private Answer compare(AddCheckpoint request, Checkpoint checkpoint, Note note) {
        Optional<Checkpoint> last = memory.last(checkpoint.origin());
        long size = last.map(Checkpoint::size).orElse(0L);
        if (request.old() != size) {
            return new Answer.OtherSize(size);
        }
        if (last.isPresent() && checkpoint.size() == size && !checkpoint.equals(last.get())) {
            memory.keepContradiction(note);
            return new Answer.OtherRoot();
        }
        if (!request.continues(last.map(Checkpoint::rootHash).orElseGet(() -> new byte[0]), checkpoint)) {
            return new Answer.NotProved();
        }
        if (!last.equals(Optional.of(checkpoint))) {
            memory.remember(note);
        }
        return new Answer.Cosigned(
                cosigner.cosign(checkpoint.text(), clock.instant().getEpochSecond()));
    }
}
