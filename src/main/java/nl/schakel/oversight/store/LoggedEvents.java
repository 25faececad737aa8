package nl.schakel.oversight.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.schakel.audit.Actor;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.ReadSubjectLog;
import nl.schakel.audit.Subject;
import nl.schakel.oversight.PupilEvent;
import nl.schakel.oversight.SubjectEvents;

/** Events from the entries of the log. */
@Dependent
class LoggedEvents implements SubjectEvents {
    private static final int MOST = 1_000;

    private final ReadSubjectLog log;

    @Inject
    LoggedEvents(ReadSubjectLog log) {
        this.log = log;
    }

    @Override
    public List<PupilEvent> with(Actor actor, List<Subject> keys, List<PupilEvent> events) {
        List<PupilEvent> all = new ArrayList<>(events);
        log.about(actor, keys, MOST).forEach(entry -> all.add(event(entry)));
        all.sort(Comparator.comparing(PupilEvent::moment).reversed());
        return all;
    }

    private static PupilEvent event(LoggedEntry entry) {
        try (JsonReader reader = Json.createReader(new StringReader(entry.text()))) {
            JsonObject json = reader.readObject();
            boolean line = entry.kind().equals("ldv");
            return new PupilEvent(
                    entry.t(),
                    line ? "verwerking" : "handeling",
                    json.getString("purpose", ""),
                    json.getString(line ? "name" : "act", ""),
                    json.getString(line ? "status" : "res", "").toLowerCase(Locale.ROOT));
        }
    }
}
