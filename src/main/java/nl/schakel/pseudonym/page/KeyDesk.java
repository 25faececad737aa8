package nl.schakel.pseudonym.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.CurrentActor;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.SeeKeys;

/** The menu entry of the custodians, with the steps that wait for a second one. */
@Dependent
public class KeyDesk implements Desk {
    private final SeeKeys see;
    private final CurrentActor actors;
    private final Clock clock;

    /** Counts these steps. */
    @Inject
    public KeyDesk(SeeKeys see, CurrentActor actors, Clock clock) {
        this.see = see;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public List<DeskEntry> entries() {
        return Arrays.stream(Holder.values())
                .map(holder -> new DeskEntry(holder.role().name(), 10, "sleutels", "pseudonym.bureau.sleutels"))
                .toList();
    }

    @Override
    public int waiting(DeskEntry entry) {
        Actor actor = actors.require();
        return (int) see.steps(actor).stream()
                .filter(step -> step.waits(clock.instant()) && !step.proposer().equals(actor.staff()))
                .count();
    }
}
