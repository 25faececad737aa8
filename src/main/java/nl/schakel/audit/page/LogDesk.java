package nl.schakel.audit.page;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;

/** The log and the register of processing activities in the privacy officer's menu. */
@Dependent
public class LogDesk implements Desk {
    @Override
    public List<DeskEntry> entries() {
        return List.of(
                new DeskEntry(Role.PRIVACY_OFFICER.name(), 50, "logboek", "audit.bureau.logboek"),
                new DeskEntry(Role.PRIVACY_OFFICER.name(), 55, "verwerkingsactiviteiten", "audit.bureau.register"));
    }
}
