package nl.schakel.register.format;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Sex;
import nl.schakel.register.FileType;
import nl.schakel.register.RegisterColumn;
import nl.schakel.register.RegisterColumns;
import nl.schakel.register.RegisterRow;
import nl.schakel.register.RegisterRule;
import nl.schakel.register.RinPerson;
import org.jspecify.annotations.Nullable;

/** Where the columns of one file stand, and what a line under them says. */
final class RowShape {
    private static final int NONE = -1;

    private final FileType type;
    private final FileFaults faults;
    private final List<String> names;
    private final List<RegisterColumn> columns;
    private final int[] places;
    private final int number;
    private final int rinSource;
    private final int rin;
    private final int sex;
    private final int birth;

    RowShape(CsvRecord header, FileFaults faults) {
        this.type = faults.type();
        this.faults = faults;
        this.names = header.getFields().stream()
                .map(name -> name.replace("\uFEFF", "").strip().toUpperCase(Locale.ROOT))
                .toList();
        this.columns = RegisterColumns.of(type);
        boolean bridge = type == FileType.KOPPELTABEL;
        boolean byRin = type.keyedBy() == FileType.KeyedBy.RIN;
        this.number = place(List.of("PGN"), !byRin);
        this.rinSource = place(List.of("RINPERSOONS"), byRin || bridge);
        this.rin = place(List.of("RINPERSOON"), byRin || bridge);
        this.sex = place(List.of("GESLACHT"), bridge);
        this.birth = place(List.of("GEBOORTEDATUM"), bridge);
        this.places = columns.stream()
                .mapToInt(column -> place(column.names(), column.mandatory()))
                .toArray();
    }

    private int place(List<String> wanted, boolean mandatory) {
        for (String name : wanted) {
            int place = names.indexOf(name.toUpperCase(Locale.ROOT));
            if (place != NONE && place != names.lastIndexOf(name.toUpperCase(Locale.ROOT))) {
                faults.add(RegisterRule.COLUMN_TWICE, name);
            }
            if (place != NONE) {
                return place;
            }
        }
        if (mandatory) {
            faults.add(RegisterRule.COLUMN_MISSING, wanted.get(0));
        }
        return NONE;
    }

    /** The row, or empty after its faults were noted. */
    Optional<RegisterRow> row(CsvRecord csv) {
        long before = faults.count();
        if (csv.getFieldCount() != names.size()) {
            faults.add(RegisterRule.FIELD_COUNT, "alle");
            return Optional.empty();
        }
        boolean bridge = type == FileType.KOPPELTABEL;
        Optional<Pgn> pgn = type.keyedBy() == FileType.KeyedBy.NUMBER ? pgn(csv) : Optional.empty();
        Optional<RinPerson> person = bridge || type.keyedBy() == FileType.KeyedBy.RIN ? rin(csv) : Optional.empty();
        Sex sexRead = bridge ? sex(csv) : Sex.UNKNOWN;
        Optional<BirthDate> birthRead = bridge ? birthDate(csv) : Optional.empty();
        List<@Nullable Object> content = content(csv);
        return faults.count() == before
                ? Optional.of(new RegisterRow(pgn, person, sexRead, birthRead, content))
                : Optional.empty();
    }

    private Optional<Pgn> pgn(CsvRecord csv) {
        Optional<Pgn> pgn = Pgn.parse(csv.getField(number));
        if (pgn.isEmpty()) {
            faults.add(RegisterRule.NUMBER_WRONG, "PGN");
        }
        return pgn;
    }

    private Optional<RinPerson> rin(CsvRecord csv) {
        Optional<RinPerson> person = RinPerson.parse(csv.getField(rinSource), csv.getField(rin));
        if (person.isEmpty()) {
            faults.add(RegisterRule.RIN_WRONG, "RINPERSOON");
        }
        return person;
    }

    private Sex sex(CsvRecord csv) {
        String code = csv.getField(sex).strip();
        return switch (code) {
            case "1" -> Sex.BOY;
            case "2" -> Sex.GIRL;
            default -> {
                if (!ColumnValue.isMissing(code) && !code.equals("0") && !code.equals("9")) {
                    faults.add(RegisterRule.CODE_WRONG, "GESLACHT");
                }
                yield Sex.UNKNOWN;
            }
        };
    }

    private Optional<BirthDate> birthDate(CsvRecord csv) {
        String text = csv.getField(birth).strip();
        if (ColumnValue.isMissing(text)) {
            return Optional.empty();
        }
        try {
            if (text.length() == 10) {
                return Optional.of(new BirthDate(LocalDate.parse(text)));
            }
        } catch (DateTimeException e) {
            // told below, without the text that the exception quotes
        }
        faults.add(RegisterRule.DATE_WRONG, "GEBOORTEDATUM");
        return Optional.empty();
    }

    private List<@Nullable Object> content(CsvRecord csv) {
        List<@Nullable Object> content = new ArrayList<>(columns.size());
        for (int i = 0; i < places.length; i++) {
            RegisterColumn column = columns.get(i);
            ColumnValue value = places[i] == NONE
                    ? ColumnValue.NONE
                    : ColumnValue.of(column, csv.getField(places[i]).strip());
            value.broken().ifPresent(rule -> faults.add(rule, column.names().get(0)));
            content.add(value.value());
        }
        return content;
    }
}
