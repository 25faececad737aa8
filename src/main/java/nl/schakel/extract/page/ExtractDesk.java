package nl.schakel.extract.page;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;

/** The menu entry of extracts. */
@Dependent
public class ExtractDesk implements Desk {
    private static final String KEY = "extract.bureau.extracten";

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                new DeskEntry("STEWARD", 30, "extracten", KEY), new DeskEntry("PRIVACY_OFFICER", 30, "extracten", KEY));
    }
}
