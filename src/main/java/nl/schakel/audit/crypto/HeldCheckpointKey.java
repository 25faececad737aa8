package nl.schakel.audit.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.SignedNote;
import org.eclipse.microprofile.config.Config;

/** Signs checkpoints with the key {@code checkpoint} of the log holder, under the name of the log. Thread-safe. */
@Dependent
public class HeldCheckpointKey implements CheckpointSigner {
    private final HeldNotes notes;
    private final String origin;

    /** Uses the checkpoint key of this holder. */
    @Inject
    public HeldCheckpointKey(LogHolder holder, Config config) {
        this(
                holder,
                config.getOptionalValue("schakel.logboek.oorsprong", String.class)
                        .orElse("schakel.example/logboek"));
    }

    HeldCheckpointKey(LogHolder holder, String origin) {
        this.notes = new HeldNotes(holder, "checkpoint", origin);
        this.origin = origin;
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
        return notes.sign(checkpoint.text());
    }

    @Override
    public String verificationKey() {
        return notes.verificationKey();
    }
}
