package nl.schakel.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import nl.schakel.testserver.RealWar;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the container's transactions guarantee, seen from inside the real archive. */
@ExtendWith(ArquillianExtension.class)
class TransactionsIT {
    private static final String COPY = "copy delivery.subject (delivery_id, pupil_no, p) from stdin (format binary)";

    @Inject
    private Database database;

    @Inject
    private UserTransaction transaction;

    @Deployment
    static WebArchive war() {
        return RealWar.with("toets-transacties", TransactionsIT.class);
    }

    @AfterEach
    void end() throws Exception {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }

    @Test
    void all_connections_of_a_zone_are_one_within_a_transaction() throws Exception {
        transaction.begin();
        assertThat(backend(Zone.COLD)).isEqualTo(backend(Zone.COLD));
    }

    @Test
    void a_transaction_that_reaches_for_a_second_zone_fails() throws Exception {
        transaction.begin();
        backend(Zone.COLD);
        assertThatThrownBy(() -> backend(Zone.LINK)).isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void rows_copied_in_a_transaction_that_is_rolled_back_are_gone() throws Exception {
        UUID delivery = UUID.randomUUID();
        transaction.begin();
        try (CopyIn rows = database.copyIn(Zone.SCHOOL, COPY)) {
            rows.row(3);
            rows.uuid(delivery);
            rows.int4(1);
            rows.bytes(new byte[32]);
            rows.finish();
        }
        transaction.rollback();
        transaction.begin();
        assertThat(subjects(delivery)).isZero();
    }

    @Test
    void rows_copied_in_a_transaction_that_is_committed_are_there() throws Exception {
        UUID delivery = UUID.randomUUID();
        transaction.begin();
        try (CopyIn rows = database.copyIn(Zone.SCHOOL, COPY)) {
            rows.row(3);
            rows.uuid(delivery);
            rows.int4(1);
            rows.bytes(new byte[32]);
            rows.finish();
        }
        transaction.commit();
        transaction.begin();
        assertThat(subjects(delivery)).isEqualTo(1);
    }

    @Test
    void the_school_zone_shows_nothing_where_no_school_is_signed_in() throws Exception {
        transaction.begin();
        try (Connection connection = database.connection(Zone.SCHOOL);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('schakel.brin'), (select count(*) from delivery.delivery)")) {
            row.next();
            assertThat(row.getString(1)).isEmpty();
            assertThat(row.getLong(2)).isZero();
        }
    }

    private int backend(Zone zone) throws SQLException {
        try (Connection connection = database.connection(zone);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private long subjects(UUID delivery) throws SQLException {
        try (Connection connection = database.connection(Zone.LINK);
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from delivery.subject where delivery_id = ?")) {
            statement.setObject(1, delivery);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
