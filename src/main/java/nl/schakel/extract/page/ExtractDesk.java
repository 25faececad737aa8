package nl.schakel.extract.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import nl.schakel.audit.CurrentActor;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;

/** The menu entry of extracts. */
@Dependent
public class ExtractDesk implements Desk {
    private static final String KEY = "extract.bureau.extracten";

    private final WaitingStudies waiting;
    private final CurrentActor actor;

    @Inject
    public ExtractDesk(WaitingStudies waiting, CurrentActor actor) {
        this.waiting = waiting;
        this.actor = actor;
    }

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                new DeskEntry("STEWARD", 30, "extracten", KEY), new DeskEntry("PRIVACY_OFFICER", 30, "extracten", KEY));
    }

    @Override
    public int waiting(DeskEntry entry) {
        return entry.role().equals("STEWARD") ? waiting.of(actor.require()).size() : 0;
    }
}
