package nl.schakel.delivery.store;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.delivery.FileHeader;
import nl.schakel.delivery.NewContent;
import nl.schakel.delivery.PupilTokens;
import nl.schakel.delivery.ResultRecord;
import nl.schakel.delivery.SocialResultRecord;
import nl.schakel.delivery.TestDefinition;
import nl.schakel.platform.database.CopyIn;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import org.jspecify.annotations.Nullable;

/**
 * Writes one delivery by binary COPY, one stream at a time: while PostgreSQL, a process of its own, stores one buffer, the
 * reader fills the next. A savepoint at the beginning lets a check take everything back.
 */
final class PostgresNewContent implements NewContent {
    private static final String TOKENS = "pupil_token (delivery_id, pupil_no, local, sex_token, birth_token)";
    private final Database database;
    private final Statements statements;
    private final UUID id;
    private final FileHeader header;
    private @Nullable CopyIn results;
    private long stored;

    PostgresNewContent(Database database, DeliveryId id, FileHeader header) {
        this.database = database;
        this.statements = database.statements(Zone.SCHOOL);
        this.id = id.value();
        this.header = header;
        command("savepoint intake");
    }

    @Override
    public void pupils(List<PupilRow> rows) {
        stored += copy("pupil (delivery_id, pupil_no, sex, birth_year, grade)", rows, (out, row) -> {
            out.row(5).uuid(id).int4(row.pupil()).int2(row.sex());
            (row.birthYear() == 0 ? out.nullField() : out.int2(row.birthYear()))
                    .text(row.grade().isEmpty() ? null : row.grade());
        });
        copy("subject (delivery_id, pupil_no, p)", rows, (out, row) -> person(out, row.pupil(), row.subject()));
        copy(TOKENS, rows, (out, row) -> tokens(out, row.pupil(), row.subject()));
    }

    @Override
    public void result(int pupil, ResultRecord result) {
        CopyIn out = results;
        if (out == null) {
            out = database.copyIn(
                    Zone.SCHOOL,
                    "copy delivery.result (delivery_id, row_no, pupil_no, test_no, test_date, raw_score, ability, level) "
                            + "from stdin (format binary)");
            results = out;
        }
        out.row(8).uuid(id).int4((int) result.row()).int4(pupil).int4(result.test());
        out.dateOfEpochDay(result.testEpochDay());
        CopyIn raw = result.hasRawScore() ? out.int4(result.rawScore()) : out.nullField();
        CopyIn ability = result.hasAbility() ? raw.float8(result.ability()) : raw.nullField();
        ability.text(result.level());
    }

    @Override
    public void endOfResults() {
        CopyIn out = results;
        if (out != null) {
            results = null;
            try (out) {
                stored += out.finish();
            }
        }
    }

    @Override
    public void social(List<SocialRow> rows) {
        stored += copy(
                "social_result (delivery_id, row_no, pupil_no, instrument, scale, test_date, score)",
                rows,
                (out, row) -> {
                    SocialResultRecord result = row.result();
                    out.row(7).uuid(id).int4((int) result.row()).int4(row.pupil());
                    out.text(result.instrument()).text(result.scale());
                    out.date(result.testDate()).float8(result.score());
                });
    }

    @Override
    public void subjects(int first, List<Subject> subjects) {
        int[] pupil = {first};
        copy("subject (delivery_id, pupil_no, p)", subjects, (out, subject) -> person(out, pupil[0]++, subject));
        pupil[0] = first;
        copy(TOKENS, subjects, (out, subject) -> tokens(out, pupil[0]++, subject));
    }

    private void person(CopyIn out, int pupil, Subject subject) {
        out.row(3).uuid(id).int4(pupil).bytes(subject.person().bytes());
    }

    private void tokens(CopyIn out, int pupil, Subject subject) {
        PupilTokens tokens = subject.tokens();
        out.row(5).uuid(id).int4(pupil).bytes(tokens.local().bytes());
        out.bytes(bytes(tokens.sex())).bytes(bytes(tokens.birthDate()));
    }

    private static byte @Nullable [] bytes(@Nullable Token token) {
        return token == null ? null : token.bytes();
    }

    @Override
    public void tests(List<TestDefinition> tests) {
        copy(
                "test (delivery_id, test_no, code, component, version, name, domain, grade, moment)",
                tests,
                (out, test) -> {
                    out.row(9).uuid(id).int4(test.number()).text(test.code());
                    out.text(test.component().orElse(null)).text(test.version().orElse(null));
                    out.text(test.name().orElse(null)).text(test.domain().dutch());
                    out.text(test.grade().orElse(null)).text(test.moment().letter());
                });
    }

    private <T> long copy(String target, List<T> rows, BiConsumer<CopyIn, T> write) {
        if (rows.isEmpty()) {
            return 0;
        }
        try (CopyIn out = database.copyIn(Zone.SCHOOL, "copy delivery." + target + " from stdin (format binary)")) {
            rows.forEach(row -> write.accept(out, row));
            return out.finish();
        }
    }

    @Override
    public void forget(PersonKey person) {
        statements.number("select delivery.erase_person(?, true)", person.bytes());
    }

    @Override
    public Settled settle(List<Integer> undefinedTests) {
        endOfResults();
        Settling settling = new Settling(database, id);
        Settled settled =
                switch (header.part()) {
                    case PUPILS -> settling.pupils(header, stored);
                    case RESULTS -> settling.results(undefinedTests, stored);
                    case SOCIAL_EMOTIONAL -> settling.social(stored);
                };
        stored = settled.kept();
        return settled;
    }

    @Override
    public void undo() {
        command("rollback to savepoint intake");
    }

    private void command(String sql) {
        statements.run(sql, PreparedStatement::execute);
    }

    @Override
    public void close() {
        CopyIn out = results;
        if (out != null) {
            results = null;
            out.close();
        }
    }
}
