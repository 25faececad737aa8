package nl.schakel.oversight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.EntryId;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.ReadSubjectLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.oversight.PupilEvent;
import nl.schakel.oversight.PupilTimeline;
import nl.schakel.oversight.SubjectEvents;
import org.junit.jupiter.api.Test;

class LoggedEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Actor OFFICER =
            new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.PRIVACY_OFFICER), Optional.empty());
    private static final PupilEvent OTHER = new PupilEvent(NOW.minusSeconds(1), "bezwaar", "99ZZ", List.of(), "geldt");

    private static PupilTimeline timeline(int lines) {
        String text =
                "{\"purpose\":\"urn:schakel:verwerking:koppelen:1\",\"name\":\"Leerlingen koppelen\",\"status\":\"Ok\"}";
        LoggedEntry entry = new LoggedEntry(new EntryId(new UUID(1, 2)), NOW, "ldv", text, Optional.empty());
        ReadSubjectLog log = new ReadSubjectLog((keys, most) -> Collections.nCopies(Math.min(lines, most), entry));
        return new LoggedEvents(log).with(OFFICER, List.of(), List.of(OTHER));
    }

    @Test
    void as_many_lines_as_fit_are_all_there() {
        PupilTimeline all = timeline(SubjectEvents.MOST);
        assertThat(all.logCut()).isFalse();
        assertThat(all.events()).hasSize(SubjectEvents.MOST + 1).endsWith(OTHER);
    }

    @Test
    void one_line_more_is_left_out_and_the_answer_says_so() {
        PupilTimeline cut = timeline(SubjectEvents.MOST + 1);
        assertThat(cut.logCut()).isTrue();
        assertThat(cut.events()).hasSize(SubjectEvents.MOST + 1).endsWith(OTHER);
        assertThat(cut.events().get(0))
                .isEqualTo(new PupilEvent(
                        NOW, "verwerking", "urn:schakel:verwerking:koppelen:1", List.of("Leerlingen koppelen"), "ok"));
    }
}
