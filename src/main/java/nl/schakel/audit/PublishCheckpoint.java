package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes the next checkpoint in two transactions with the signature between them: size and root are stored for good before they
 * are signed, so that no size can ever have two roots, wherever the service is killed.
 */
@Dependent
public class PublishCheckpoint {
    /** How long entries that are not urgent wait for a checkpoint. */
    public static final Duration PACE = Duration.ofMinutes(1);

    private final LogTree tree;
    private final CheckpointSigner signer;
    private final Clock clock;

    /** Signs with this signer. */
    @Inject
    public PublishCheckpoint(LogTree tree, CheckpointSigner signer, Clock clock) {
        this.tree = tree;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * The checkpoint that is to be signed now: one that was left unsigned, or a new one where the log has grown and the pace or an
     * urgent entry asks for it.
     *
     * @throws DamagedLog where the stored tree does not continue the last checkpoint
     */
    @Transactional
    public Optional<Checkpoint> prepare() {
        if (!tree.lock()) {
            return Optional.empty();
        }
        Optional<StoredCheckpoint> last = tree.newest();
        if (last.isPresent() && last.get().note().isEmpty()) {
            return last.map(StoredCheckpoint::checkpoint);
        }
        long size = tree.size();
        long before = last.map(stored -> stored.checkpoint().size()).orElse(0L);
        Instant now = clock.instant();
        if (size == before || !isDue(last, now)) {
            return Optional.empty();
        }
        last.ifPresent(stored -> requireContinued(stored.checkpoint(), size));
        Checkpoint checkpoint = Checkpoint.of(signer.origin(), size, new TileTree(tree).root(size));
        tree.prepare(checkpoint, now);
        return Optional.of(checkpoint);
    }

    private boolean isDue(Optional<StoredCheckpoint> last, Instant now) {
        return last.isEmpty()
                || !now.isBefore(last.get().t().plus(PACE))
                || tree.isUrgent(last.get().checkpoint().size());
    }

    private void requireContinued(Checkpoint last, long size) {
        if (size < last.size() || !Arrays.equals(new TileTree(tree).root(last.size()), last.rootHash())) {
            throw new DamagedLog();
        }
    }

    /** The note of a prepared checkpoint. */
    public SignedNote sign(Checkpoint checkpoint) {
        return signer.sign(checkpoint);
    }

    /** Stores the note of a prepared checkpoint. */
    @Transactional
    public void publish(Checkpoint checkpoint, SignedNote note) {
        tree.signed(checkpoint.size(), note.value());
    }
}
