package nl.schakel.oversight.page;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;

/** Look-ups in the privacy officer's menu. */
@Dependent
public class OversightDesk implements Desk {
    @Override
    public List<DeskEntry> entries() {
        return List.of(new DeskEntry(Role.PRIVACY_OFFICER.name(), 45, "inzage", "oversight.bureau"));
    }
}
