package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The newest checkpoint for everybody: it says nothing of what is in the log, and reading it is no act. */
@Dependent
public class PublishedCheckpoint {
    private final Cosignatures cosignatures;

    /** Reads from these. */
    @Inject
    public PublishedCheckpoint(Cosignatures cosignatures) {
        this.cosignatures = cosignatures;
    }

    /** The newest checkpoint that the log signed, with the lines of witnesses that are there; empty before the first. */
    @Transactional
    public Optional<Note> newest() {
        return cosignatures.newestSigned().flatMap(stored -> stored.note().map(note -> Note.read(note)
                .with(cosignatures.lines(stored.checkpoint().size()))));
    }
}
