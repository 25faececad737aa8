package nl.schakel.linkage.page;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;

/** The operator's menu entry. */
@Dependent
public class LinkageDesk implements Desk {
    @Override
    public List<DeskEntry> entries() {
        return List.of(new DeskEntry("OPERATOR", 20, "koppelingen", "linkage.bureau"));
    }
}
