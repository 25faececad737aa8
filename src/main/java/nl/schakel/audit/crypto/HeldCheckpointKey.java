package nl.schakel.audit.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.Note;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.SignedNote;
import nl.schakel.platform.secret.SecretBytes;
import org.eclipse.microprofile.config.Config;

/**
 * Signs checkpoints with the key {@code checkpoint} of the log holder, under the name of the log, and where it is configured with
 * {@code checkpoint-ml-dsa-44} beside it. Thread-safe.
 */
@Dependent
public class HeldCheckpointKey implements CheckpointSigner {
    private final LogHolder holder;
    private final String origin;
    private final boolean both;

    /** Uses the checkpoint keys of this holder. */
    @Inject
    public HeldCheckpointKey(LogHolder holder, Config config) {
        this(
                holder,
                config.getOptionalValue("schakel.logboek.oorsprong", String.class)
                        .orElse("schakel.example/logboek"),
                config.getOptionalValue("schakel.logboek.ml-dsa-44", Boolean.class)
                        .orElse(false));
    }

    HeldCheckpointKey(LogHolder holder, String origin, boolean both) {
        this.holder = holder;
        this.origin = origin;
        this.both = both;
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public SignedNote sign(Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(origin)) {
            throw new IllegalArgumentException("a checkpoint of another log");
        }
        String text = checkpoint.text();
        // without a moment, so that the same checkpoint gives the same note
        return new SignedNote(
                new Note(text, keys().map(key -> key.sign(text, 0)).toList()).value());
    }

    private Stream<NoteKey> keys() {
        NoteKey usual =
                NoteKey.ed25519(origin, SignatureType.ED25519, holder.store().signing("checkpoint"));
        if (!both) {
            return Stream.of(usual);
        }
        try (SecretBytes seed = holder.store().secret("checkpoint-ml-dsa-44")) {
            return Stream.of(usual, NoteKey.mlDsa44(origin, seed));
        }
    }

    @Override
    public String verificationKey() {
        return verificationKeys().get(0);
    }

    @Override
    public List<String> verificationKeys() {
        return keys().map(key -> key.verification().line()).toList();
    }
}
