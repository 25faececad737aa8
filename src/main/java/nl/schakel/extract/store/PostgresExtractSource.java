package nl.schakel.extract.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.schakel.catalogue.MissingCode;
import nl.schakel.extract.ExtractId;
import nl.schakel.extract.ExtractSource;
import nl.schakel.extract.ReadGroup;
import nl.schakel.extract.Selection;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.Grade;
import nl.schakel.study.Population;

/** Reads the cold views, for the members of one extract. */
@Dependent
public class PostgresExtractSource implements ExtractSource {
    private static final String LOCK = "select consent.lock_exits_shared()";
    private static final String POPULATION =
            """
            with population as (
              select distinct v.p from delivery.pupil_view v
              where v.school_year = any (?) and (? or v.grade = any (?))
                and v.p not in (select consent.objected_at(?))
            )
            """;
    private static final String SELECT = POPULATION
            + """
            insert into extract.member (extract_id, p, consents)
            select ?, l.p, l.p in (select consent.effective_at(?, 'sociaal-emotioneel'))
            from population join linkage.current_link l on l.p = population.p
            where l.outcome = 'LINKED'
            """;
    private static final String COUNTS = POPULATION
            + """
            select count(*), count(*) filter (where l.outcome = 'AMBIGUOUS'), count(*) filter (where l.outcome = 'CONFLICT'),
              count(*) filter (where l.outcome is null or l.outcome = 'UNLINKED')
            from population left join linkage.current_link l on l.p = population.p
            """;

    private final Statements statements;

    @Inject
    public PostgresExtractSource(Database database) {
        this.statements = database.statements(Zone.COLD);
    }

    @Override
    public void holdExits() {
        statements.each(LOCK, row -> {});
    }

    @Override
    public Optional<UUID> runInForce() {
        return statements.one(
                "select linkage.run_in_force()", row -> Optional.ofNullable(row.getObject(1, UUID.class)));
    }

    @Override
    public Selection select(ExtractId extract, Population population, Instant at) {
        int[] years = years(population.schoolYears());
        boolean everyGrade = population.grades().isEmpty();
        String[] grades = population.grades().stream().map(Grade::code).toArray(String[]::new);
        statements.update(SELECT, years, everyGrade, grades, at, extract.value(), at);
        List<PersonKey> persons = statements.list(
                "select p from extract.member where extract_id = ?",
                row -> PersonKey.of(row.getBytes(1)),
                extract.value());
        return statements.one(
                COUNTS,
                row -> new Selection(persons, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                years,
                everyGrade,
                grades,
                at);
    }

    @Override
    public void read(ExtractId extract, ReadGroup group, ValueReader reader) {
        int[] values = new int[group.variables().size()];
        Statements.RowTaker each = row -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = value(row, i + 3);
            }
            reader.row(PersonKey.of(row.getBytes(1)), row.getInt(2), values);
        };
        if (group.dataset().years()) {
            statements.each(sql(group), each, extract.value(), group.needsConsent(), years(group.years()));
        } else {
            statements.each(sql(group), each, extract.value(), group.needsConsent());
        }
    }

    private static int value(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? MissingCode.NO_DATA.code() : value;
    }

    private static int[] years(Collection<SchoolYear> years) {
        return years.stream().mapToInt(SchoolYear::start).toArray();
    }

    /** Names and expressions come from the catalogue file, which is part of the product; nothing in it was sent. */
    private static String sql(ReadGroup group) {
        String values = IntStream.range(0, group.variables().size())
                .mapToObj(i -> "(" + group.variables().get(i).expression() + ")::int")
                .collect(Collectors.joining(", "));
        String year = group.yearly() ? "v.school_year" : "0";
        return "select v.p, " + year + ", " + values + " from "
                + group.dataset().view() + " v"
                + " join extract.member m on m.p = v.p and m.extract_id = ? and (m.consents or not ?)"
                + (group.dataset().years() ? " where v.school_year = any (?)" : "")
                + " group by v.p" + (group.yearly() ? ", v.school_year" : "");
    }
}
