package nl.schakel.delivery.format;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.SchoolYear;

/**
 * Blind mode: y in the place of the number and the year in that of the date of birth. What breaks a rule in the school's
 * own file stands there as the code of the rule, so that the receipt is the one of direct mode. Everything else that could
 * tell who somebody is refuses the whole file at its first place.
 */
final class BlindIdentity implements PupilIdentity {
    private static final int OLDEST = 29;
    private static final int YEAR_DIGITS = 4;
    private static final Map<String, DeliveryRule> NUMBER_CODES = Map.of(
            "LV-0111", DeliveryRule.PGN_LENGTH,
            "LV-0112", DeliveryRule.PGN_DIGITS,
            "LV-0113", DeliveryRule.PGN_ZERO,
            "LV-0114", DeliveryRule.PGN_ELEVEN_TEST,
            "LV-0115", DeliveryRule.PGN_LAST_FOUR,
            "LV-0116", DeliveryRule.PGN_FOREIGN);
    private static final Map<String, DeliveryRule> BIRTH_CODES = Map.of(
            "LV-0121", DeliveryRule.BIRTH_FORM,
            "LV-0122", DeliveryRule.BIRTH_AHEAD,
            "LV-0123", DeliveryRule.BIRTH_UNLIKELY);

    private final XmlCursor xml;
    private final RowReport report;
    private final int thisYear;
    private final int schoolYear;
    private final KeySet numbers = new KeySet();

    private Optional<EvaluatedNumber> evaluated = Optional.empty();
    private int birthYear;
    private boolean numberTold;
    private boolean birthTold;

    BlindIdentity(XmlCursor xml, RowReport report, SchoolYear year, int thisYear) {
        this.xml = xml;
        this.report = report;
        this.thisYear = thisYear;
        this.schoolYear = year.start();
    }

    @Override
    public void begin() {
        evaluated = Optional.empty();
        birthYear = 0;
        numberTold = false;
        birthTold = false;
    }

    @Override
    public void read(String name) throws IOException {
        switch (name) {
            case "bsn", "onderwijsnummer", "sofinummer", "bsn_ondwnr-4", "rijksregisternummer" -> readNumber(name);
            case "geboortedatum" -> readBirthYear();
            default -> throw StrippedFile.refusal(DeliveryRule.NOT_STRIPPED, xml.line(), "leerling/" + name);
        }
    }

    private void readNumber(String name) throws IOException {
        long line = xml.line();
        CharSpan text = xml.text();
        if (text.isBlank()) {
            return;
        }
        if (numberTold) {
            report.fault(DeliveryRule.PGN_SEVERAL, line, "leerling/" + name);
        }
        numberTold = true;
        DeliveryRule broken = code(text, NUMBER_CODES);
        Optional<EvaluatedNumber> number = EvaluatedNumber.parse(text);
        if (broken != DeliveryRule.NOT_STRIPPED) {
            report.fault(broken, line, "leerling/" + name);
        } else if (number.isEmpty()) {
            throw StrippedFile.refusal(DeliveryRule.PGN_NOT_BLIND, line, "leerling/" + name);
        } else if (!numbers.add(text)) {
            report.fault(DeliveryRule.PGN_TWICE, line, "leerling/" + name);
        } else {
            evaluated = number;
        }
    }

    /** The rule that stands in the place of a value, or {@link DeliveryRule#NOT_STRIPPED} where none does. */
    private static DeliveryRule code(CharSpan text, Map<String, DeliveryRule> codes) {
        boolean short7 = text.length() == "LV-0000".length();
        return short7 ? codes.getOrDefault(text.text(), DeliveryRule.NOT_STRIPPED) : DeliveryRule.NOT_STRIPPED;
    }

    private void readBirthYear() throws IOException {
        long line = xml.line();
        if (birthTold) {
            report.fault(DeliveryRule.ELEMENT_TWICE, line, "leerling/geboortedatum");
            return;
        }
        birthTold = true;
        CharSpan text = xml.text().collapse();
        DeliveryRule broken = code(text, BIRTH_CODES);
        if (text.isEmpty()) {
            report.fault(DeliveryRule.BIRTH_MISSING, line, "leerling/geboortedatum");
        } else if (broken != DeliveryRule.NOT_STRIPPED) {
            report.fault(broken, line, "leerling/geboortedatum");
        } else {
            year(text, line);
        }
    }

    private void year(CharSpan text, long line) {
        int year = text.length() == YEAR_DIGITS ? Values.score(text) : Values.NO_NUMBER;
        if (year == Values.NO_NUMBER) {
            throw StrippedFile.refusal(DeliveryRule.BIRTH_FULL, line, "leerling/geboortedatum");
        }
        if (year > thisYear) {
            report.fault(DeliveryRule.BIRTH_AHEAD, line, "leerling/geboortedatum");
        } else if (year < schoolYear - OLDEST - 1) {
            report.fault(DeliveryRule.BIRTH_UNLIKELY, line, "leerling/geboortedatum");
        } else {
            birthYear = year;
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
        return Optional.empty();
    }

    @Override
    public Optional<EvaluatedNumber> evaluated() {
        return evaluated;
    }

    @Override
    public Optional<BirthDate> birthDate() {
        return Optional.empty();
    }

    @Override
    public int birthYear() {
        return birthYear;
    }
}
