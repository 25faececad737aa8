package nl.schakel.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.catalogue.VariableName;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.study.ARequest;
import nl.schakel.study.RequestedVariable;
import nl.schakel.study.Study;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyRequest;
import nl.schakel.study.StudyState;
import org.junit.jupiter.api.Test;

/** What can go wrong where rows of JPA and statements share a transaction, shown on studies. */
class StudyRowsTest {
    private final Clock clock = Clock.fixed(ARequest.NOW, ZoneOffset.UTC);
    private final Database database = TestPostgres.database(null);
    private final PostgresStudies studies = new PostgresStudies(database, (zone, entry) -> {}, clock);
    private final Actor researcher = ARequest.somebody(Role.RESEARCHER);
    private final StaffId colleague = new StaffId(UUID.randomUUID());

    @Test
    void a_duplicate_key_is_told_as_such_and_quotes_no_value() throws Exception {
        Study first = added();
        Study second = withId(first, new StudyId(UUID.randomUUID()));
        DatabaseFailure failure = catchThrowableOfType(DatabaseFailure.class, () -> cold(() -> add(second)));
        assertThat(failure.isUniqueViolation()).isTrue();
        assertThat(failure).hasNoCause().hasMessage("database failure, SQLSTATE 23505");
    }

    @Test
    void the_same_id_twice_in_one_transaction_is_a_duplicate_key_too() throws Exception {
        Study study = cold(this::fresh);
        DatabaseFailure failure = catchThrowableOfType(DatabaseFailure.class, () -> cold(() -> add(add(study))));
        assertThat(failure.isUniqueViolation()).isTrue();
        assertThat(cold(() -> studies.find(study.id()))).isEmpty();
    }

    @Test
    void what_was_written_is_gone_when_the_transaction_fails() throws Exception {
        Study study = cold(this::fresh);
        assertThatThrownBy(() -> cold(() -> {
                    add(study);
                    throw new IllegalStateException("later");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(cold(() -> studies.find(study.id()))).isEmpty();
    }

    @Test
    void statements_see_a_row_at_once_and_on_the_same_connection() throws Exception {
        Study study = cold(this::fresh);
        cold(() -> {
            add(study);
            Statements statements = database.statements(Zone.COLD);
            String select = "select title from study.study where id = ?";
            List<String> titles =
                    statements.list(select, row -> row.getString(1), study.id().value());
            assertThat(titles).containsExactly(study.request().title());
            String backend = "select pg_backend_pid()";
            List<Integer> ofStatements = statements.list(backend, row -> row.getInt(1));
            List<?> ofRows = database.rows(Zone.COLD)
                    .read(manager -> manager.createNativeQuery(backend).getResultList());
            assertThat(ofRows).hasToString(ofStatements.toString());
            return study;
        });
    }

    @Test
    void a_held_study_keeps_others_waiting_until_the_transaction_ends() throws Exception {
        Study study = added();
        cold(() -> {
            studies.hold(study.id());
            assertThatThrownBy(() -> elsewhere("update study.study set title = 'x' where id = '" + study.id() + "'"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55P03"));
            return study;
        });
        elsewhere("update study.study set title = 'y' where id = '" + study.id() + "'");
    }

    @Test
    void waiting_for_a_held_study_in_vain_is_a_failure_of_the_database() throws Exception {
        Study study = added();
        try (Connection other = TestPostgres.connect(Zone.COLD.role());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from study.study where id = '" + study.id() + "' for update");
            DatabaseFailure failure = catchThrowableOfType(
                    DatabaseFailure.class,
                    () -> cold(() -> {
                        database.statements(Zone.COLD).each("select set_config('lock_timeout', '200', true)", r -> {});
                        return studies.hold(study.id());
                    }));
            assertThat(failure.sqlState()).isEqualTo("55P03");
        }
    }

    @Test
    void holding_shows_what_another_transaction_changed_since_it_was_read() throws Exception {
        Study study = added();
        cold(() -> {
            assertThat(studies.find(study.id()).orElseThrow().state()).isEqualTo(StudyState.DRAFT);
            elsewhere("update study.study set state = 'WITHDRAWN', round = 1 where id = '" + study.id() + "'");
            assertThat(studies.hold(study.id()).state()).isEqualTo(StudyState.WITHDRAWN);
            return study;
        });
    }

    @Test
    void variables_change_places_reasons_and_number() throws Exception {
        Study study = added();
        for (String names : List.of("sekse leerjaar advies", "advies sekse", "", "leerjaar")) {
            Study changed = with(
                    study,
                    Stream.of(names.split(" "))
                            .filter(name -> !name.isEmpty())
                            .map(name -> new RequestedVariable(new VariableName(name), name + names))
                            .toList());
            cold(() -> {
                studies.hold(study.id());
                studies.change(changed, entry());
                return changed;
            });
            assertThat(cold(() -> studies.find(study.id()))).contains(changed);
            assertThat(cold(() -> studies.ofTeam(colleague))).singleElement().satisfies(line -> assertThat(
                            line.variables())
                    .isEqualTo(changed.request().variables().size()));
        }
    }

    private static void elsewhere(String sql) throws SQLException {
        try (Connection other = TestPostgres.connect(Zone.COLD.role());
                Statement statement = other.createStatement()) {
            statement.execute("set lock_timeout = 200");
            statement.execute(sql);
        }
    }

    private Study fresh() {
        StudyRequest request = ARequest.complete(colleague);
        StudyId id = new StudyId(UUID.randomUUID());
        return new Study(id, studies.newCode(2027), researcher.staff(), StudyState.DRAFT, 0, request);
    }

    private Study added() throws Exception {
        return cold(() -> add(fresh()));
    }

    private Study add(Study study) {
        studies.add(study, entry());
        return study;
    }

    private static Study withId(Study study, StudyId id) {
        return new Study(id, study.code(), study.applicant(), study.state(), study.round(), study.request());
    }

    private static Study with(Study study, List<RequestedVariable> variables) {
        StudyRequest old = study.request();
        StudyRequest request = new StudyRequest(
                old.title(),
                old.purpose(),
                old.institution(),
                old.team(),
                variables,
                old.population(),
                old.period(),
                old.endDate(),
                old.recipient());
        return new Study(study.id(), study.code(), study.applicant(), study.state(), study.round(), request);
    }

    private AuditEntry entry() {
        return AuditEntry.by(researcher, "study.test", ProcessingActivity.ADMINISTER_STUDY);
    }

    private static <T> T cold(Callable<T> work) throws Exception {
        return TestPostgres.inTransaction(Zone.COLD, work);
    }
}
