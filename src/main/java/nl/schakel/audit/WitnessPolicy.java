package nl.schakel.audit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who has to have signed a checkpoint for it to be believed: one of the logs, and a quorum of the witnesses. Immutable and
 * thread-safe. Source: C2SP tlog-policy.
 *
 * @param logs the logs, of which any may have signed under its own name
 * @param witnesses the witnesses, in the order of the file
 * @param quorum which of them together are enough
 */
public record WitnessPolicy(List<Log> logs, List<Witness> witnesses, Quorum quorum) {
    /**
     * A log.
     *
     * @param key its key, whose name is the origin of its checkpoints
     */
    public record Log(VerificationKey key, Optional<URI> url) {}

    /**
     * A witness.
     *
     * @param name by which the file calls it; means nothing outside
     * @param url where checkpoints are handed in, without {@code /add-checkpoint}
     */
    public record Witness(String name, VerificationKey key, Optional<URI> url) {}

    /** Which witnesses together are enough. */
    public sealed interface Quorum {
        /** Whether these witnesses are enough. */
        boolean reachedBy(Set<VerificationKey> signers);

        /** Nobody is needed: a checkpoint is believed on the word of its log. */
        record Nobody() implements Quorum {
            @Override
            public boolean reachedBy(Set<VerificationKey> signers) {
                return true;
            }
        }

        /** One witness. */
        record One(VerificationKey witness) implements Quorum {
            @Override
            public boolean reachedBy(Set<VerificationKey> signers) {
                return signers.contains(witness);
            }
        }

        /** At least so many of the members. */
        record Group(int threshold, List<Quorum> members) implements Quorum {
            /** Copies the list. */
            public Group {
                members = List.copyOf(members);
            }

            @Override
            public boolean reachedBy(Set<VerificationKey> signers) {
                return members.stream()
                                .filter(member -> member.reachedBy(signers))
                                .count()
                        >= threshold;
            }
        }
    }

    /**
     * A checkpoint of a log of this policy.
     *
     * @param signers the witnesses of the policy who signed it, with when
     * @param witnessed whether they are enough
     */
    public record Believed(Checkpoint checkpoint, List<CheckedSignature> signers, boolean witnessed) {}

    /** Copies the lists. */
    public WitnessPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
    }

    /** The policy in this file. @throws EvidenceRejected where it breaks a rule, with the number of the line */
    public static WitnessPolicy read(byte[] file) {
        return new PolicyReader().read(file);
    }

    /** Whether a checkpoint needs no witness at all. */
    public boolean needsNobody() {
        return quorum instanceof Quorum.Nobody;
    }

    /**
     * The checkpoint in the note, signed by a log of this policy under its own name.
     *
     * @throws EvidenceRejected where the text is no checkpoint, no log of the policy signed it, or a line of a log or witness of the
     *     policy is wrong
     */
    public Believed believe(Note note, Signatures check) {
        Checkpoint checkpoint = Checkpoint.read(note.text())
                .orElseThrow(() -> new EvidenceRejected("de ondertekende tekst is geen controlepunt"));
        List<Log> own = logs.stream()
                .filter(log -> log.key().name().equals(checkpoint.origin()))
                .filter(log -> note.signedBy(log.key(), check))
                .toList();
        if (own.isEmpty()) {
            throw new EvidenceRejected("het controlepunt is niet ondertekend door een logboek uit het beleid");
        }
        List<CheckedSignature> signers = new ArrayList<>();
        witnesses.forEach(witness -> note.signature(witness.key(), check).ifPresent(signers::add));
        Set<VerificationKey> keys =
                Set.copyOf(signers.stream().map(CheckedSignature::key).toList());
        return new Believed(checkpoint, List.copyOf(signers), quorum.reachedBy(keys));
    }

    /**
     * The same, witnessed.
     *
     * @throws EvidenceRejected also where too few witnesses signed
     */
    public Believed requireWitnessed(Note note, Signatures check) {
        Believed believed = believe(note, check);
        if (!believed.witnessed()) {
            throw new EvidenceRejected("het controlepunt is door te weinig getuigen ondertekend");
        }
        return believed;
    }
}
