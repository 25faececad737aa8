package nl.schakel.study;

import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;

/** A list in the menus of researchers, for what is theirs, and of both reviewers, for what waits for their judgement. */
public abstract class ReviewDesk implements Desk {
    private static final int AFTER = 10;

    private final CurrentActor actor;
    private final List<DeskEntry> entries;

    /**
     * The list at a path, where the researchers' entry is at {@code order}.
     *
     * @param texts keys of the researchers' and of the reviewers' texts, in this order
     */
    protected ReviewDesk(CurrentActor actor, int order, String path, List<String> texts) {
        this.actor = actor;
        this.entries = List.of(
                new DeskEntry(Role.RESEARCHER.name(), order, path, texts.get(0)),
                new DeskEntry(Role.STEWARD.name(), order, path, texts.get(1)),
                new DeskEntry(Role.PRIVACY_OFFICER.name(), order + AFTER, path, texts.get(1)));
    }

    @Override
    public final List<DeskEntry> entries() {
        return entries;
    }

    @Override
    public final int waiting(DeskEntry entry) {
        Actor visitor = actor.require();
        return Math.toIntExact(entry.role().equals(Role.RESEARCHER.name()) ? own(visitor) : forReview(visitor));
    }

    /** How many things of the researcher wait for the researcher. */
    protected abstract long own(Actor visitor);

    /** How many things wait for the reviewer's judgement. */
    protected abstract long forReview(Actor visitor);
}
