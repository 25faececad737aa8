package nl.schakel.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
    private static final String MARKER = "merkteken-" + UUID.randomUUID();
    private final Database database = TestPostgres.database("99XX");

    @Test
    void a_failed_statement_keeps_its_state_and_nothing_of_what_was_sent() {
        DatabaseFailure failure = catchThrowableOfType(
                DatabaseFailure.class,
                () -> TestPostgres.inTransaction(
                        Zone.COLD, () -> database.rows(Zone.COLD).read(RowsTest::failing)));
        assertThat(failure.sqlState()).isEqualTo("22P02");
        assertThat(failure).hasNoCause().hasNoSuppressedExceptions();
        assertThat(failure.toString()).doesNotContain(MARKER);
    }

    @Test
    void the_log_of_the_provider_quotes_no_value(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log");
        Map<String, String> toFile = Map.of("eclipselink.logging.file", log.toString());
        TestPostgres.inTransaction(Zone.COLD, () -> {
            try (EntityManager manager = TestPostgres.rowsWith(Zone.COLD, toFile)) {
                assertThatThrownBy(() -> failing(manager))
                        .isInstanceOf(PersistenceException.class)
                        .hasMessageContaining("1 parameter bound");
            }
            return true;
        });
        assertThat(Files.exists(log) ? Files.readString(log) : "").doesNotContain(MARKER);
    }

    @Test
    void even_a_log_of_every_statement_quotes_no_parameter(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log");
        Map<String, String> fine =
                Map.of("eclipselink.logging.file", log.toString(), "eclipselink.logging.level", "FINEST");
        TestPostgres.inTransaction(Zone.COLD, () -> {
            try (EntityManager manager = TestPostgres.rowsWith(Zone.COLD, fine)) {
                return manager.createNativeQuery("select cast(?1 as text)")
                        .setParameter(1, MARKER)
                        .getResultList();
            }
        });
        assertThat(log).content().contains("select cast(? as text)").doesNotContain(MARKER);
    }

    @Test
    void the_school_is_set_before_the_first_statement_of_a_row() throws Exception {
        Object brin = TestPostgres.inTransaction(Zone.SCHOOL, () -> database.rows(Zone.SCHOOL)
                .read(manager -> manager.createNativeQuery("select current_setting('schakel.brin', true)")
                        .getSingleResult()));
        assertThat(brin).isEqualTo("99XX");
    }

    private static Object failing(EntityManager manager) {
        return manager.createNativeQuery("select cast(?1 as integer)")
                .setParameter(1, MARKER)
                .getSingleResult();
    }
}
