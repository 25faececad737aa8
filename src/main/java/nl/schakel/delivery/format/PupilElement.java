package nl.schakel.delivery.format;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.Place;
import nl.schakel.delivery.PupilRecord;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Sex;
import nl.schakel.school.SchoolYear;

/** One {@code leerling}: of its elements number, birth, sex and grade are read. */
final class PupilElement {
    private static final Set<String> GRADES = Set.of(
            "B", "D", "0", "1", "2", "3", "4", "5", "6", "7", "8", "11", "12", "13", "14", "15", "16", "S", "V", "C",
            "N", "H");

    private final XmlCursor xml;
    private final RowReport report;
    private final String namespace;
    private final StrippedFile stripped;
    private final PupilIdentity identity;
    private final PupilKeys keys = new PupilKeys();
    private final Set<String> seen = new HashSet<>();

    private Optional<String> grade = Optional.empty();
    private Sex sex = Sex.UNKNOWN;

    PupilElement(XmlCursor xml, RowReport report, DeliveryContext context, SchoolYear year) {
        this.xml = xml;
        this.report = report;
        this.namespace = xml.namespace();
        this.stripped = new StrippedFile(context);
        this.identity = stripped.isBlind()
                ? new BlindIdentity(xml, report, year, context.today().getYear())
                : new PlainIdentity(xml, report, year, context.today());
    }

    /** Reads the element on which the cursor stands; empty where the row is refused. */
    Optional<PupilRecord> read() throws IOException {
        long row = report.begin();
        long line = xml.line();
        int depth = xml.depth();
        reset();
        if (xml.attributes() > 1) {
            stripped.unread(line, "leerling/@");
        }
        Optional<LocalPupilKey> key = keys.once(xml.attribute("key"), report, line, "leerling/@key");
        while (xml.child(depth)) {
            if (xml.namespace().equals(namespace)) {
                readField(xml.name());
            } else {
                stripped.unread(xml.line(), "leerling/" + xml.name());
            }
        }
        tellMissing(line);
        return report.end()
                ? Optional.of(record(row, new Place(line, "leerling"), key.orElseThrow()))
                : Optional.empty();
    }

    private PupilRecord record(long row, Place place, LocalPupilKey key) {
        return new PupilRecord(
                row,
                place,
                key,
                identity.pgn(),
                identity.evaluated(),
                identity.birthDate(),
                identity.birthYear(),
                sex,
                grade);
    }

    private void reset() {
        identity.begin();
        grade = Optional.empty();
        sex = Sex.UNKNOWN;
        seen.clear();
    }

    private void readField(String name) throws IOException {
        switch (name) {
            case "geslacht" -> readSex();
            case "jaargroep" -> readGrade();
            default -> identity.read(name);
        }
    }

    private boolean first(String name) {
        if (seen.add(name)) {
            return true;
        }
        report.fault(DeliveryRule.ELEMENT_TWICE, xml.line(), "leerling/" + name);
        return false;
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
        identity.tellMissing(line);
        if (!seen.contains("geslacht")) {
            report.fault(DeliveryRule.SEX_MISSING, line, "leerling/geslacht");
        }
        if (!seen.contains("jaargroep")) {
            report.fault(DeliveryRule.GRADE_MISSING, line, "leerling/jaargroep");
        }
    }
}
