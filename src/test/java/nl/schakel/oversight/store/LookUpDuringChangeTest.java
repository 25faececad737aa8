package nl.schakel.oversight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.CollectedLog;
import nl.schakel.audit.ReadSubjectLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.Subject;
import nl.schakel.oversight.ApproveLookUp;
import nl.schakel.oversight.AskForLookUp;
import nl.schakel.oversight.Ground;
import nl.schakel.oversight.LookUpId;
import nl.schakel.oversight.LookUpPupil;
import nl.schakel.oversight.LookUpReason;
import nl.schakel.platform.database.CopiedDatabase;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.store.StoredPeople;
import nl.schakel.pupil.Pgn;
import nl.schakel.samples.ChangingTokens;
import nl.schakel.samples.PlainTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two officers look a pupil up by its number while a change of keys is open, and after it is closed. */
class LookUpDuringChangeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T05:00:00Z"), ZoneOffset.UTC);
    private static final LookUpReason REASON =
            LookUpReason.parse("Verzoek van een ouder, brief 2026-17").orElseThrow();
    private static final Pgn SEEN = Pgn.parse("123456782").orElseThrow();
    private static final Pgn NOT_SEEN = Pgn.parse("999990019").orElseThrow();

    private final Pseudonymizer before = new PlainTokens("before");
    private final Pseudonymizer after = new PlainTokens("after");
    private final Pseudonymizer changing = new ChangingTokens(after, before);
    private final List<Subject> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private CopiedDatabase copy;

    private int generation = 1;

    @BeforeEach
    void copy() throws SQLException {
        copy = new CopiedDatabase();
    }

    @AfterEach
    void drop() throws SQLException {
        copy.close();
    }

    @Test
    void a_pupil_is_found_by_either_value_and_stays_where_it_is_until_it_is_seen_again() throws Exception {
        PersonKey person = admit(before, SEEN);
        PersonKey lost = admit(before, NOT_SEEN);
        generation++;
        copy.committed(Zone.LINK, null, database -> StoredPeople.open(database, generation));
        assertThat(known(changing, SEEN)).isTrue();
        assertThat(known(after, SEEN))
                .as("by the new value, which it does not have yet")
                .isFalse();
        assertThat(admit(changing, SEEN)).isEqualTo(person);
        assertThat(known(changing, SEEN)).isTrue();
        assertThat(known(after, SEEN)).isTrue();
        assertThat(known(changing, NOT_SEEN)).isTrue();
        copy.committed(Zone.LINK, null, StoredPeople::close);
        assertThat(known(after, SEEN)).isTrue();
        assertThat(known(after, NOT_SEEN)).as("nobody is found who was lost").isFalse();
        Subject found = Subject.of(person.bytes());
        assertThat(lines).containsExactly(found, found, found, Subject.of(lost.bytes()), found);
    }

    private PersonKey admit(Pseudonymizer tokens, Pgn number) throws Exception {
        Admission pupil = Admission.byNumber(tokens.linkage(number));
        return copy.committed(Zone.LINK, null, database -> StoredPeople.of(database, generation)
                .admit(Zone.LINK, List.of(pupil))
                .get(0));
    }

    /** Whether a request of two officers, of which each may use few a day, finds somebody. */
    private boolean known(Pseudonymizer tokens, Pgn number) throws Exception {
        Actor first = officer();
        LookUpId id = copy.committed(Zone.LINK, null, database -> new AskForLookUp(store(database), CLOCK)
                        .ask(first, Ground.ACCESS, REASON))
                .id();
        copy.committed(Zone.LINK, null, database -> new ApproveLookUp(store(database), CLOCK).approve(officer(), id));
        return copy.committed(Zone.LINK, null, database -> new LookUpPupil(
                                store(database),
                                tokens,
                                new LoggedEvents(new ReadSubjectLog((keys, most) -> List.of())),
                                new CollectedLog((zone, processing, subjects) -> {
                                    lines.addAll(subjects);
                                    return lines.size();
                                }),
                                CLOCK)
                        .lookUp(first, id, number))
                .known();
    }

    private static PostgresLookUps store(Database database) {
        return new PostgresLookUps(database, (zone, entry) -> {}, 2);
    }

    private static Actor officer() {
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.PRIVACY_OFFICER), Optional.empty());
    }
}
