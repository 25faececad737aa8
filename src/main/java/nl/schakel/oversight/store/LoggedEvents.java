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
import nl.schakel.oversight.PupilTimeline;
import nl.schakel.oversight.SubjectEvents;

/** Events from the entries of the log. */
@Dependent
class LoggedEvents implements SubjectEvents {
    private final ReadSubjectLog log;

    @Inject
    LoggedEvents(ReadSubjectLog log) {
        this.log = log;
    }

    @Override
    public PupilTimeline with(Actor actor, List<Subject> keys, List<PupilEvent> events) {
        List<PupilEvent> all = new ArrayList<>(events);
        List<LoggedEntry> entries = log.about(actor, keys, MOST + 1);
        entries.stream().limit(MOST).map(LoggedEvents::event).forEach(all::add);
        all.sort(Comparator.comparing(PupilEvent::moment).reversed());
        return new PupilTimeline(true, all, entries.size() > MOST);
    }

    private static PupilEvent event(LoggedEntry entry) {
        try (JsonReader reader = Json.createReader(new StringReader(entry.text()))) {
            JsonObject json = reader.readObject();
            boolean line = entry.kind().equals("ldv");
            return new PupilEvent(
                    entry.t(),
                    line ? "verwerking" : "handeling",
                    json.getString("purpose", ""),
                    List.of(json.getString(line ? "name" : "act", "")),
                    json.getString(line ? "status" : "res", "").toLowerCase(Locale.ROOT));
        }
    }
}
