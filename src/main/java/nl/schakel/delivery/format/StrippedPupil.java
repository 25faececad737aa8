package nl.schakel.delivery.format;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.FileStripper;
import nl.schakel.pupil.Pgn;

/** Copies a pupils part without what must stay at school. */
final class StrippedPupil {
    static final Set<String> HEAD = Set.of("schooljaar", "brincode", "dependancecode", "aanmaakdatum", "xsdversie");
    private static final int OLDEST = 30;
    private static final int YEAR_DIGITS = 4;

    private final XmlCursor xml;
    private final Writer out;
    private final Replacing replacing;
    private int schoolYear;

    /** What stands in the place of numbers, the day on which dates are judged, and who compares keys with numbers. */
    record Replacing(FileStripper.Numbers numbers, LocalDate today, StrippedKeys keys) {}

    StrippedPupil(XmlCursor xml, Writer out, Replacing replacing) {
        this.xml = xml;
        this.out = out;
        this.replacing = replacing;
    }

    /** Copies the element on which the cursor stands. */
    void copyAll(String name, String namespace) throws IOException {
        int depth = xml.depth();
        out.write("<" + name + (namespace.isEmpty() ? "" : " xmlns=\"" + namespace + "\"") + ">");
        boolean begun = false;
        while (xml.child(depth)) {
            if (!xml.namespace().equals(namespace)) {
                continue;
            }
            if (xml.name().equals("school") && !begun) {
                copyHead(namespace);
                out.write("<leerlingen>\n");
                begun = true;
            } else if (xml.name().equals("leerlingen")) {
                copyPupils(namespace);
            }
        }
        if (!begun) {
            throw SchoolHead.missingPart(xml.line(), "school");
        }
        out.write("</leerlingen></" + name + ">\n");
    }

    private void copyHead(String namespace) throws IOException {
        int depth = xml.depth();
        out.write("<school>");
        while (xml.child(depth)) {
            String name = xml.name();
            if (xml.namespace().equals(namespace) && HEAD.contains(name)) {
                String code = SchoolFileStripper.code(xml.text());
                if (name.equals("schooljaar") && code.length() > YEAR_DIGITS) {
                    schoolYear = Math.max(0, Values.score(code.substring(0, YEAR_DIGITS)));
                }
                write(name, SchoolFileStripper.escaped(code));
            }
        }
        out.write("</school>");
    }

    private void write(String name, String value) throws IOException {
        out.write("<" + name + ">" + value + "</" + name + ">");
    }

    private void copyPupils(String namespace) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.name().equals("leerling") && xml.namespace().equals(namespace)) {
                copyPupil(namespace);
            }
        }
    }

    private void copyPupil(String namespace) throws IOException {
        int depth = xml.depth();
        String key = xml.attribute("key");
        replacing.keys().pupil(key, xml.line());
        out.write("<leerling key=\"" + SchoolFileStripper.escaped(key) + "\">");
        while (xml.child(depth)) {
            String name = xml.name();
            if (!xml.namespace().equals(namespace)) {
                continue;
            }
            switch (name) {
                case "bsn", "onderwijsnummer", "sofinummer" -> write(name, number(xml.text()));
                case "bsn_ondwnr-4" -> write(name, xml.text().isBlank() ? "" : DeliveryRule.PGN_LAST_FOUR.code());
                case "rijksregisternummer" -> write(name, xml.text().isBlank() ? "" : DeliveryRule.PGN_FOREIGN.code());
                case "geboortedatum" -> write(name, birth(xml.text().collapse()));
                case "geslacht", "jaargroep" -> write(name, shortCode(SchoolFileStripper.code(xml.text())));
                default -> {
                    // stays at school
                }
            }
        }
        out.write("</leerling>\n");
    }

    private static String shortCode(String code) {
        return code.length() > 3 ? code.substring(0, 3) : code;
    }

    private String number(CharSpan text) {
        if (text.isBlank()) {
            return "";
        }
        replacing.keys().number(text);
        Optional<Pgn.Defect> defect = Pgn.defect(text);
        return defect.map(PlainIdentity::rule)
                .map(DeliveryRule::code)
                .orElseGet(() -> replacing.numbers().inPlaceOf(Pgn.parse(text).orElseThrow()));
    }

    private String birth(CharSpan text) {
        if (text.isEmpty()) {
            return "";
        }
        long day = Values.date(text);
        if (day == Values.NO_DATE) {
            return DeliveryRule.BIRTH_FORM.code();
        }
        if (day > replacing.today().toEpochDay()) {
            return DeliveryRule.BIRTH_AHEAD.code();
        }
        boolean old = day
                <= LocalDate.of(Math.max(OLDEST, schoolYear) - OLDEST, 10, 1).toEpochDay();
        return old
                ? DeliveryRule.BIRTH_UNLIKELY.code()
                : Integer.toString(LocalDate.ofEpochDay(day).getYear());
    }
}
