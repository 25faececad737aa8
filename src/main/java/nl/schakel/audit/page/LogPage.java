package nl.schakel.audit.page;

import java.util.List;
import java.util.Map;
import nl.schakel.audit.LogState;

/**
 * What the page of the log shows.
 *
 * @param sent the filters as they were typed, by field; only those of the form
 * @param state how the log stands
 * @param next address of the page with older lines, below the portal; empty where this is the last
 */
public record LogPage(List<LogLine> lines, LogState state, Map<String, String> sent, String next) {
    /** What was typed into a field. */
    public String typed(String field) {
        return sent.getOrDefault(field, "");
    }

    /** Whether anything was asked. */
    public boolean filtered() {
        return !sent.isEmpty();
    }
}
