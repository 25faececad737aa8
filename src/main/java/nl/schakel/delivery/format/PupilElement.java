package nl.schakel.delivery.format;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.Place;
import nl.schakel.delivery.PupilRecord;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Sex;
import nl.schakel.school.SchoolYear;

/** One {@code leerling}: of its elements number, birth date, sex and grade are read, everything else is stepped over. */
final class PupilElement {
    private static final int OLDEST = 29;
    private static final Set<String> GRADES = Set.of(
            "B", "D", "0", "1", "2", "3", "4", "5", "6", "7", "8", "11", "12", "13", "14", "15", "16", "S", "V", "C",
            "N", "H");

    private final XmlCursor xml;
    private final RowReport report;
    private final String namespace;
    private final LocalDate today;
    private final LocalDate reference;
    private final PupilKeys keys = new PupilKeys();
    private final KeySet numbers = new KeySet();
    private final Set<String> seen = new HashSet<>();

    private Optional<Pgn> pgn = Optional.empty();
    private Optional<BirthDate> birth = Optional.empty();
    private Optional<String> grade = Optional.empty();
    private Sex sex = Sex.UNKNOWN;
    private boolean numberTold;

    PupilElement(XmlCursor xml, RowReport report, String namespace, SchoolYear year, LocalDate today) {
        this.xml = xml;
        this.report = report;
        this.namespace = namespace;
        this.today = today;
        this.reference = year.referenceDate();
    }

    /** Reads the element on which the cursor stands; empty where the row is refused. */
    Optional<PupilRecord> read() throws IOException {
        long row = report.begin();
        long line = xml.line();
        int depth = xml.depth();
        reset();
        Optional<LocalPupilKey> key = keys.once(xml.attribute("key"), report, line, "leerling/@key");
        while (xml.child(depth)) {
            if (xml.namespace().equals(namespace)) {
                readField(xml.name());
            }
        }
        tellMissing(line);
        return report.end()
                ? Optional.of(
                        new PupilRecord(row, new Place(line, "leerling"), key.orElseThrow(), pgn, birth, sex, grade))
                : Optional.empty();
    }

    private void reset() {
        pgn = Optional.empty();
        birth = Optional.empty();
        grade = Optional.empty();
        sex = Sex.UNKNOWN;
        numberTold = false;
        seen.clear();
    }

    private void readField(String name) throws IOException {
        switch (name) {
            case "bsn", "onderwijsnummer", "sofinummer" -> readNumber(name);
            case "bsn_ondwnr-4" -> tellNumber(DeliveryRule.PGN_LAST_FOUR, name);
            case "rijksregisternummer" -> tellNumber(DeliveryRule.PGN_FOREIGN, name);
            case "geboortedatum" -> readBirthDate();
            case "geslacht" -> readSex();
            case "jaargroep" -> readGrade();
            default -> {
                // names, addresses, countries, groups: not taken in
            }
        }
    }

    private boolean first(String name) {
        if (seen.add(name)) {
            return true;
        }
        report.fault(DeliveryRule.ELEMENT_TWICE, xml.line(), "leerling/" + name);
        return false;
    }

    private void tellNumber(DeliveryRule rule, String name) throws IOException {
        long line = xml.line();
        if (!xml.text().isBlank()) {
            oneNumber(line, name);
            report.fault(rule, line, "leerling/" + name);
        }
    }

    private void readNumber(String name) throws IOException {
        long line = xml.line();
        CharSpan text = xml.text();
        if (text.isBlank()) {
            return;
        }
        oneNumber(line, name);
        Optional<Pgn.Defect> defect = Pgn.defect(text);
        if (defect.isPresent()) {
            report.fault(rule(defect.get()), line, "leerling/" + name);
        } else if (!numbers.add(text)) {
            report.fault(DeliveryRule.PGN_TWICE, line, "leerling/" + name);
        } else {
            pgn = Pgn.parse(text);
        }
    }

    private void oneNumber(long line, String name) {
        if (numberTold) {
            report.fault(DeliveryRule.PGN_SEVERAL, line, "leerling/" + name);
        }
        numberTold = true;
    }

    private static DeliveryRule rule(Pgn.Defect defect) {
        return switch (defect) {
            case LENGTH -> DeliveryRule.PGN_LENGTH;
            case NOT_DIGITS -> DeliveryRule.PGN_DIGITS;
            case ALL_ZERO -> DeliveryRule.PGN_ZERO;
            case ELEVEN_TEST -> DeliveryRule.PGN_ELEVEN_TEST;
        };
    }

    private void readBirthDate() throws IOException {
        long line = xml.line();
        if (!first("geboortedatum")) {
            return;
        }
        CharSpan text = xml.text().collapse();
        long day = Values.date(text);
        if (text.isEmpty()) {
            report.fault(DeliveryRule.BIRTH_MISSING, line, "leerling/geboortedatum");
        } else if (day == Values.NO_DATE) {
            report.fault(DeliveryRule.BIRTH_FORM, line, "leerling/geboortedatum");
        } else if (day > today.toEpochDay()) {
            report.fault(DeliveryRule.BIRTH_AHEAD, line, "leerling/geboortedatum");
        } else if (day <= reference.minusYears(OLDEST + 1L).toEpochDay()) {
            report.fault(DeliveryRule.BIRTH_UNLIKELY, line, "leerling/geboortedatum");
        } else {
            birth = Optional.of(new BirthDate(LocalDate.ofEpochDay(day)));
        }
    }

    private void readSex() throws IOException {
        long line = xml.line();
        if (!first("geslacht")) {
            return;
        }
        CharSpan text = xml.text().collapse();
        char code = text.length() == 1 ? text.charAt(0) : ' ';
        switch (code) {
            case '0' -> sex = Sex.UNKNOWN;
            case '1' -> sex = Sex.BOY;
            case '2' -> sex = Sex.GIRL;
            case '9' -> sex = Sex.NOT_SPECIFIED;
            default ->
                report.fault(
                        text.isEmpty() ? DeliveryRule.SEX_MISSING : DeliveryRule.SEX_CODE, line, "leerling/geslacht");
        }
    }

    private void readGrade() throws IOException {
        long line = xml.line();
        if (!first("jaargroep")) {
            return;
        }
        String code = xml.text().collapse().text();
        if (GRADES.contains(code)) {
            grade = Optional.of(code);
        } else {
            report.fault(
                    code.isEmpty() ? DeliveryRule.GRADE_MISSING : DeliveryRule.GRADE_CODE, line, "leerling/jaargroep");
        }
    }

    private void tellMissing(long line) {
        if (!numberTold) {
            report.fault(DeliveryRule.PGN_MISSING, line, "leerling/bsn");
        }
        if (!seen.contains("geboortedatum")) {
            report.fault(DeliveryRule.BIRTH_MISSING, line, "leerling/geboortedatum");
        }
        if (!seen.contains("geslacht")) {
            report.fault(DeliveryRule.SEX_MISSING, line, "leerling/geslacht");
        }
        if (!seen.contains("jaargroep")) {
            report.fault(DeliveryRule.GRADE_MISSING, line, "leerling/jaargroep");
        }
    }
}
