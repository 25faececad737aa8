package nl.schakel.study.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;
import nl.schakel.study.ReadStudies;
import nl.schakel.study.StudyOverview;
import nl.schakel.study.StudyState;

/** Requests in the menus of researchers and reviewers. */
@Dependent
public class StudyDesk implements Desk {
    private static final DeskEntry OWN = new DeskEntry(Role.RESEARCHER.name(), 10, "onderzoeken", "study.bureau.eigen");
    private static final DeskEntry STEWARD =
            new DeskEntry(Role.STEWARD.name(), 10, "onderzoeken", "study.bureau.beoordelen");
    private static final DeskEntry OFFICER =
            new DeskEntry(Role.PRIVACY_OFFICER.name(), 20, "onderzoeken", "study.bureau.beoordelen");

    private final ReadStudies read;
    private final CurrentActor actor;

    @Inject
    public StudyDesk(ReadStudies read, CurrentActor actor) {
        this.read = read;
        this.actor = actor;
    }

    @Override
    public List<DeskEntry> entries() {
        return List.of(OWN, STEWARD, OFFICER);
    }

    @Override
    public int waiting(DeskEntry entry) {
        Actor visitor = actor.require();
        StudyState wanted = entry.equals(OWN) ? StudyState.RETURNED : StudyState.SUBMITTED;
        return (int) read.list(visitor).stream()
                .filter(study -> study.state() == wanted)
                .filter(study -> entry.equals(OWN) || isOpen(visitor, study))
                .count();
    }

    private boolean isOpen(Actor visitor, StudyOverview study) {
        return !read.read(visitor, study.id()).open().isEmpty();
    }
}
