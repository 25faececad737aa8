package nl.schakel.consent.page;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;

/** Two entries for a school, one for each register. */
@Dependent
public class ConsentDesk implements Desk {
    @Override
    public List<DeskEntry> entries() {
        return List.of(
                new DeskEntry(Role.SCHOOL.name(), 20, "bezwaren", "consent.bureau.bezwaren"),
                new DeskEntry(Role.SCHOOL.name(), 30, "toestemmingen", "consent.bureau.toestemmingen"));
    }
}
