package nl.schakel.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CopyTest {
    private final Database database = TestPostgres.database(null);

    @Test
    void what_is_copied_in_comes_out_again() throws Exception {
        UUID id = new UUID(0x1234L, -1L);
        LocalDate day = LocalDate.of(1999, 12, 31);
        String text = "é€ " + "x".repeat(70_000);
        List<Object> seen = TestPostgres.inTransaction(Zone.LINK, () -> {
            run("create temp table t (a smallint, b int, c bigint, d float8, e bool, f uuid, g text, h bytea, i date, "
                    + "j timestamptz, k text) on commit drop");
            try (CopyIn copy = database.copyIn(Zone.LINK, "copy t from stdin (format binary)")) {
                copy.row(11)
                        .int2(-2)
                        .int4(7)
                        .int8(1L << 40)
                        .float8(0.25)
                        .bool(true)
                        .uuid(id)
                        .text(text);
                copy.bytes(new byte[] {1, 0, -1}).date(day).instant(Instant.parse("2026-11-21T12:00:00.123456Z"));
                copy.nullField();
                assertThat(copy.finish()).isEqualTo(1);
            }
            List<Object> values = new ArrayList<>();
            database.copyOut(Zone.LINK, "copy t to stdout (format binary)", row -> {
                values.addAll(List.of(row.number(0), row.number(1), row.number(2), row.float8(3), row.bool(4)));
                values.addAll(List.of(row.uuid(5), row.text(6), row.bytes(7)[2], row.date(8), row.isNull(10)));
            });
            return values;
        });
        assertThat(seen).containsExactly(-2L, 7L, 1L << 40, 0.25, true, id, text, (byte) -1, day, true);
    }

    @Test
    void a_closed_but_unfinished_copy_stores_nothing_and_leaves_the_connection_usable() throws Exception {
        long rows = TestPostgres.inTransaction(Zone.LINK, () -> {
            run("create temp table u (a int) on commit drop");
            run("savepoint before");
            try (CopyIn copy = database.copyIn(Zone.LINK, "copy u from stdin (format binary)")) {
                copy.row(1).int4(1);
            }
            run("rollback to before");
            return count("select count(*) from u");
        });
        assertThat(rows).isZero();
    }

    @Test
    void a_refused_row_is_reported_by_its_state_without_the_value() {
        assertThatThrownBy(() -> TestPostgres.inTransaction(Zone.LINK, () -> {
                    run("create temp table v (a int check (a < 5)) on commit drop");
                    try (CopyIn copy = database.copyIn(Zone.LINK, "copy v from stdin (format binary)")) {
                        copy.row(1).int4(987_654_321);
                        return copy.finish();
                    }
                }))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessage("database failure, SQLSTATE 23514")
                .hasNoCause();
    }

    private void run(String sql) throws Exception {
        try (Connection connection = database.connection(Zone.LINK);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws Exception {
        try (Connection connection = database.connection(Zone.LINK);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
