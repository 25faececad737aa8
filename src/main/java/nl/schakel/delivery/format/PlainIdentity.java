package nl.schakel.delivery.format;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.SchoolYear;

/** Direct mode: the number as nine digits and the whole date of birth. Names and addresses are stepped over. */
final class PlainIdentity implements PupilIdentity {
    private static final int OLDEST = 29;

    private final XmlCursor xml;
    private final RowReport report;
    private final LocalDate today;
    private final LocalDate reference;
    private final KeySet numbers = new KeySet();

    private Optional<Pgn> pgn = Optional.empty();
    private Optional<BirthDate> birth = Optional.empty();
    private boolean numberTold;
    private boolean birthTold;

    PlainIdentity(XmlCursor xml, RowReport report, SchoolYear year, LocalDate today) {
        this.xml = xml;
        this.report = report;
        this.today = today;
        this.reference = year.referenceDate();
    }

    @Override
    public void begin() {
        pgn = Optional.empty();
        birth = Optional.empty();
        numberTold = false;
        birthTold = false;
    }

    @Override
    public void read(String name) throws IOException {
        switch (name) {
            case "bsn", "onderwijsnummer", "sofinummer" -> readNumber(name);
            case "bsn_ondwnr-4" -> tellNumber(DeliveryRule.PGN_LAST_FOUR, name);
            case "rijksregisternummer" -> tellNumber(DeliveryRule.PGN_FOREIGN, name);
            case "geboortedatum" -> readBirthDate();
            default -> {
                // names, addresses, countries, groups: not taken in
            }
        }
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

    /** The rule that a defect breaks. */
    static DeliveryRule rule(Pgn.Defect defect) {
        return switch (defect) {
            case LENGTH -> DeliveryRule.PGN_LENGTH;
            case NOT_DIGITS -> DeliveryRule.PGN_DIGITS;
            case ALL_ZERO -> DeliveryRule.PGN_ZERO;
            case ELEVEN_TEST -> DeliveryRule.PGN_ELEVEN_TEST;
        };
    }

    private void readBirthDate() throws IOException {
        long line = xml.line();
        if (birthTold) {
            report.fault(DeliveryRule.ELEMENT_TWICE, line, "leerling/geboortedatum");
            return;
        }
        birthTold = true;
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

    @Override
    public void tellMissing(long line) {
        if (!numberTold) {
            report.fault(DeliveryRule.PGN_MISSING, line, "leerling/bsn");
        }
        if (!birthTold) {
            report.fault(DeliveryRule.BIRTH_MISSING, line, "leerling/geboortedatum");
        }
    }

    @Override
    public Optional<Pgn> pgn() {
        return pgn;
    }

    @Override
    public Optional<EvaluatedNumber> evaluated() {
        return Optional.empty();
    }

    @Override
    public Optional<BirthDate> birthDate() {
        return birth;
    }

    @Override
    public int birthYear() {
        return birth.map(BirthDate::year).orElse(0);
    }
}
