package nl.schakel.delivery.format;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.ResultRecord;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * One {@code resultaat}, read into fields that the next one overwrites: the hot loop of a results file makes no object
 * for a row.
 */
final class ResultElement implements ResultRecord {
    private static final int NONE = -1;
    private static final int LONGEST = 256;

    private final XmlCursor xml;
    private final RowReport report;
    private final TestTable tests;
    private final long today;
    private final long firstDay;
    private final long lastDay;
    private final OsoResult oso;
    private final CharSpan code = new CharSpan();
    private final CharSpan component = new CharSpan();

    private @Nullable LocalPupilKey pupil;
    private int test;
    private long day;
    private boolean dayRead;
    private int score;
    private boolean scoreRead;

    ResultElement(XmlCursor xml, RowReport report, TestTable tests, SchoolYear year, LocalDate today) {
        this.xml = xml;
        this.report = report;
        this.tests = tests;
        this.today = today.toEpochDay();
        this.firstDay = LocalDate.of(year.start(), Month.AUGUST, 1).toEpochDay();
        this.lastDay = LocalDate.of(year.start() + 1, Month.JULY, 31).toEpochDay();
        this.oso = new OsoResult(xml, report);
    }

    /** Reads the element on which the cursor stands and reports its faults. */
    void read(Optional<LocalPupilKey> key) throws IOException {
        pupil = key.orElse(null);
        day = 0;
        dayRead = false;
        score = NONE;
        scoreRead = false;
        code.clear();
        component.clear();
        oso.clear();
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.namespace().equals(ResultsReader.UWLR)) {
                readField(xml.name());
            }
        }
        check();
    }

    private void readField(String name) throws IOException {
        switch (name) {
            case "afnamedatum" -> readDay();
            case "toetscode" -> code.set(xml.text());
            case "toetsonderdeelcode" -> component.set(xml.text());
            case "score" -> readScore();
            case "osoresultaat" -> oso.read();
            default -> {
                // version of the test, link, extension: not taken in
            }
        }
    }

    private void readDay() throws IOException {
        if (dayRead) {
            report.fault(DeliveryRule.ELEMENT_TWICE, xml.line(), "resultaat/afnamedatum");
            return;
        }
        dayRead = true;
        CharSpan text = xml.text().collapse();
        day = Values.date(text);
        DeliveryRule broken = text.isEmpty() ? DeliveryRule.TEST_DATE_MISSING : brokenByDay();
        if (broken != null) {
            report.fault(broken, xml.line(), "resultaat/afnamedatum");
        }
    }

    private @Nullable DeliveryRule brokenByDay() {
        if (day == Values.NO_DATE) {
            return DeliveryRule.TEST_DATE_FORM;
        }
        if (day > today) {
            return DeliveryRule.TEST_DATE_AHEAD;
        }
        return day < firstDay || day > lastDay ? DeliveryRule.TEST_DATE_OUTSIDE : null;
    }

    private void readScore() throws IOException {
        if (scoreRead) {
            report.fault(DeliveryRule.ELEMENT_TWICE, xml.line(), "resultaat/score");
            return;
        }
        scoreRead = true;
        score = Values.score(xml.text().collapse());
        if (score == Values.NO_NUMBER) {
            report.fault(DeliveryRule.SCORE_FORM, xml.line(), "resultaat/score");
        }
    }

    private void check() {
        if (!dayRead) {
            report.fault(DeliveryRule.TEST_DATE_MISSING, xml.line(), "resultaat/afnamedatum");
        }
        if (!scoreRead && !oso.isRead()) {
            report.fault(DeliveryRule.SCORE_MISSING, xml.line(), "resultaat");
        }
        if (code.isBlank() || code.length() > LONGEST || component.length() > LONGEST) {
            report.fault(DeliveryRule.TEST_CODE_MISSING, xml.line(), "resultaat/toetscode");
        } else {
            test = tests.number(code, component);
        }
    }

    /** The row is handed over: its test is in use. */
    void count() {
        if (tests.count(test) == 1) {
            tests.first(test, report.row(), xml.line());
        }
    }

    @Override
    public long row() {
        return report.row();
    }

    @Override
    public long line() {
        return xml.line();
    }

    @Override
    public LocalPupilKey pupil() {
        LocalPupilKey present = pupil;
        if (present == null) {
            throw new IllegalStateException("a row without a pupil is not handed over");
        }
        return present;
    }

    @Override
    public int test() {
        return test;
    }

    @Override
    public long testEpochDay() {
        return day;
    }

    @Override
    public boolean hasRawScore() {
        return rawScore() != NONE;
    }

    @Override
    public int rawScore() {
        return scoreRead ? score : oso.right();
    }

    @Override
    public boolean hasAbility() {
        return !Double.isNaN(oso.ability());
    }

    @Override
    public double ability() {
        return oso.ability();
    }

    @Override
    public @Nullable String level() {
        return oso.level();
    }
}
