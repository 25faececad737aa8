package nl.schakel.register.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.schakel.platform.database.CopyIn;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import nl.schakel.register.FileType;
import nl.schakel.register.KnownRow;
import nl.schakel.register.RegisterColumn;
import nl.schakel.register.RegisterColumns;
import nl.schakel.register.RegisterDeliveryId;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a file into its content tables by COPY, as {@link RegisterColumns} says. */
final class ContentCopy {
    private static final Set<String> BY_YEAR = Set.of("enrolment", "advice");

    record Target(RegisterDeliveryId delivery, SchoolYear year) {}

    private ContentCopy() {}

    static void tokens(Database database, RegisterDeliveryId delivery, List<KnownRow> rows) {
        try (CopyIn copy = database.copyIn(
                Zone.LINK,
                "copy register.person_token (delivery_id, p, sex_token, birth_token) from stdin (format binary)")) {
            for (KnownRow row : rows) {
                copy.row(4)
                        .uuid(delivery.value())
                        .bytes(row.person().bytes())
                        .bytes(row.sex() == null ? null : row.sex().bytes())
                        .bytes(row.birthDate() == null ? null : row.birthDate().bytes());
            }
            copy.finish();
        }
    }

    static void content(Database database, FileType type, Target target, List<KnownRow> rows) {
        List<RegisterColumn> columns = RegisterColumns.of(type);
        Set<String> tables =
                columns.stream().map(RegisterColumn::table).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String table : tables) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).table().equals(table)) {
                    places.add(i);
                }
            }
            copy(database, columns, new Table(table, places), target, rows);
        }
    }

    private record Table(String name, List<Integer> places) {
        boolean byYear() {
            return BY_YEAR.contains(name);
        }

        /** A pupil without any advice or end test has no row. */
        boolean holds(KnownRow row) {
            return !name.equals("advice")
                    || places.stream().anyMatch(place -> row.row().content().get(place) != null);
        }
    }

    private static void copy(
            Database database, List<RegisterColumn> columns, Table table, Target target, List<KnownRow> rows) {
        String names = table.places().stream()
                .map(place -> columns.get(place).column())
                .collect(Collectors.joining(", "));
        String sql = "copy register." + table.name() + " (delivery_id, p, " + (table.byYear() ? "school_year, " : "")
                + names + ") from stdin (format binary)";
        int fields = table.places().size() + (table.byYear() ? 3 : 2);
        try (CopyIn copy = database.copyIn(Zone.LINK, sql)) {
            for (KnownRow row : rows) {
                if (table.holds(row)) {
                    copy.row(fields)
                            .uuid(target.delivery().value())
                            .bytes(row.person().bytes());
                    if (table.byYear()) {
                        copy.int2(target.year().start());
                    }
                    table.places()
                            .forEach(place -> field(
                                    copy,
                                    columns.get(place),
                                    row.row().content().get(place)));
                }
            }
            copy.finish();
        }
    }

    private static void field(CopyIn copy, RegisterColumn column, @Nullable Object value) {
        if (value == null) {
            copy.nullField();
            return;
        }
        switch (column.kind()) {
            case TEXT -> copy.text((String) value);
            case WHOLE, YEAR_OF_DAY -> copy.int2(((Long) value).intValue());
            case DECIMAL -> copy.float8((Double) value);
        }
    }
}
