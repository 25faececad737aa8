package nl.schakel.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.Subject;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.PseudonymsAhead;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.Pgn;

/**
 * Some thousand rows at a time: their keys become persons, then they are stored. Holds numbers only until the batch is
 * full. Not thread-safe.
 */
final class RowBatch {
    private static final int ROWS = PseudonymsAhead.USEFUL;

    /** What a batch works with. */
    record Desk(Registers registers, Pseudonymizer pseudonymizer, People people) {}

    private final FileLoading.Target target;
    private final FileType type;
    private final Desk desk;
    private final List<RegisterRow> rows = new ArrayList<>(ROWS);
    private final PseudonymsAhead<RegisterRow> ahead;
    private long unknown;

    RowBatch(FileLoading.Target target, FileType type, Desk desk) {
        this.target = target;
        this.type = type;
        this.desk = desk;
        this.ahead = new PseudonymsAhead<>(desk.pseudonymizer, this::byNumber);
    }

    void add(RegisterRow row) {
        rows.add(row);
        if (rows.size() == ROWS) {
            flush();
        }
    }

    /** Rows of persons whom no bridge file names. */
    long unknown() {
        return unknown;
    }

    /** Stores what there is. */
    void finish() {
        flush();
        ahead.finish();
    }

    private void flush() {
        if (rows.isEmpty()) {
            return;
        }
        if (type.keyedBy() == FileType.KeyedBy.NUMBER) {
            ahead.add(rows, rows.stream().map(RowBatch::number).toList());
        } else {
            write(byRin());
        }
        rows.clear();
    }

    /** A line for each row: a person of several rows was read several times. */
    private void write(List<KnownRow> known) {
        target.operation()
                .add(known.stream().map(row -> Subject.of(row.person().bytes())).toList());
        desk.registers.write(target.delivery(), type, target.year(), known);
    }

    private static Pgn number(RegisterRow row) {
        return row.pgn().orElseThrow();
    }

    private void byNumber(List<RegisterRow> numbered, List<Token> linkage) {
        List<PersonKey> persons = desk.people.admit(
                Zone.LINK, linkage.stream().map(Admission::byNumber).toList());
        if (type == FileType.KOPPELTABEL) {
            desk.registers.bridge(rins(numbered), persons);
        }
        List<KnownRow> known = new ArrayList<>(numbered.size());
        for (int i = 0; i < persons.size(); i++) {
            known.add(known(numbered.get(i), persons.get(i)));
        }
        write(known);
    }

    private KnownRow known(RegisterRow row, PersonKey person) {
        Pgn number = number(row);
        Token sex = row.sex().isComparable()
                ? desk.pseudonymizer.scoped(TokenKind.SEX, number, row.sex().canonical())
                : null;
        Token birth = row.birthDate()
                .map(day -> desk.pseudonymizer.birthDate(number, day))
                .orElse(null);
        return new KnownRow(person, row, sex, birth);
    }

    private List<Token> rins(List<RegisterRow> those) {
        return those.stream()
                .map(row -> desk.pseudonymizer.token(
                        TokenKind.RIN, row.rin().orElseThrow().canonical()))
                .toList();
    }

    private List<KnownRow> byRin() {
        List<Optional<PersonKey>> persons = desk.registers.persons(rins(rows));
        List<KnownRow> known = new ArrayList<>(rows.size());
        for (int i = 0; i < persons.size(); i++) {
            RegisterRow row = rows.get(i);
            persons.get(i).ifPresentOrElse(person -> known.add(new KnownRow(person, row, null, null)), () -> unknown++);
        }
        return known;
    }
}
