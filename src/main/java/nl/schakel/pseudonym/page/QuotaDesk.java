package nl.schakel.pseudonym.page;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;

/** Quotas in the menu of operators. */
@Dependent
public class QuotaDesk implements Desk {
    @Override
    public List<DeskEntry> entries() {
        return List.of(new DeskEntry(Role.OPERATOR.name(), 40, "evaluatieruimten", "pseudonym.bureau"));
    }
}
