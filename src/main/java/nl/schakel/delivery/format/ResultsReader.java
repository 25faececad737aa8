package nl.schakel.delivery.format;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.DeliveryRows;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.FileFormat;
import nl.schakel.delivery.FileHeader;
import nl.schakel.delivery.Part;
import nl.schakel.delivery.ReadRows;
import nl.schakel.pupil.LocalPupilKey;
import org.jspecify.annotations.Nullable;

/**
 * UWLR 2.2 {@code leerresultaten_verzoek}: sittings ({@code toetsafname}) with results, then the definitions of the tests
 * that the results refer to.
 */
final class ResultsReader {
    static final String UWLR = "http://www.edustandaard.nl/leerresultaten/2/leerresultaten";
    private static final Map<String, FileFormat> VERSIONS =
            Map.of("2.2", FileFormat.UWLR_RESULTS_2_2, "2.2.1", FileFormat.UWLR_RESULTS_2_2);
    private static final int LONGEST = 256;

    private final XmlCursor xml;
    private final DeliveryContext context;
    private final DeliveryRows sink;
    private final RowReport report;
    private final StrippedFile stripped;
    private final TestTable tests = new TestTable();
    private final KeySet resultKeys = new KeySet();
    private @Nullable ResultElement result;

    ResultsReader(XmlCursor xml, DeliveryContext context, DeliveryRows sink) {
        this.xml = xml;
        this.context = context;
        this.sink = sink;
        this.report = new RowReport(sink, context);
        this.stripped = new StrippedFile(context);
    }

    /** Reads on from the root element. @throws DeliveryRefused where the file as a whole cannot be used */
    ReadRows read() throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (isOurs()) {
                readPart(xml.name());
            } else {
                unread("");
            }
        }
        if (result == null) {
            throw SchoolHead.missingPart(xml.line(), "school");
        }
        xml.finish();
        stripped.end("toetsafname/leerlingid");
        if (report.row() == 0) {
            throw SchoolHead.missingPart(xml.line(), "toetsafnames/toetsafname/resultaten/resultaat");
        }
        report.refuseAfterwards(tests.explain(sink, report));
        return report.sum(Part.RESULTS);
    }

    /** An extension, or something that is not needed. */
    private void unread(String path) {
        stripped.unread(xml.line(), path + xml.name());
    }

    private boolean isOurs() {
        return xml.namespace().equals(UWLR);
    }

    private void readPart(String name) throws IOException {
        switch (name) {
            case "school" -> readSchool();
            case "toetsafnames" -> readSittings();
            case "toetsen" -> new TestDefinitionsReader(xml, tests, report).read();
            default -> unread("");
        }
    }

    private void readSchool() throws IOException {
        if (result == null) {
            FileHeader header = SchoolHead.read(xml, context, VERSIONS);
            result = new ResultElement(xml, report, tests, header.schoolYear(), context.today());
            sink.header(header);
        }
    }

    private void readSittings() throws IOException {
        ResultElement element = result;
        if (element == null) {
            throw SchoolHead.missingPart(xml.line(), "school");
        }
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (isOurs() && xml.name().equals("toetsafname")) {
                readSitting(element);
            } else {
                unread("toetsafnames/");
            }
        }
    }

    private void readSitting(ResultElement element) throws IOException {
        int depth = xml.depth();
        Optional<LocalPupilKey> pupil = Optional.empty();
        DeliveryRule broken = DeliveryRule.KEY_MISSING;
        while (xml.child(depth)) {
            if (!isOurs()) {
                unread("toetsafname/");
                continue;
            }
            if (xml.name().equals("leerlingid")) {
                long line = xml.line();
                CharSpan text = xml.text();
                stripped.pupilKey(text, line);
                broken = PupilKeys.broken(text).orElse(broken);
                pupil = PupilKeys.broken(text).isPresent()
                        ? Optional.empty()
                        : Optional.of(new LocalPupilKey(text.text()));
            } else if (xml.name().equals("resultaten")) {
                readResults(element, pupil, broken);
            } else {
                unread("toetsafname/");
            }
        }
    }

    private void readResults(ResultElement element, Optional<LocalPupilKey> pupil, DeliveryRule broken)
            throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (!isOurs() || !xml.name().equals("resultaat")) {
                continue;
            }
            report.begin();
            if (pupil.isEmpty()) {
                report.fault(broken, xml.line(), "toetsafname/leerlingid");
            }
            readKey();
            element.read(pupil);
            if (report.end()) {
                element.count();
                sink.result(element);
            }
        }
    }

    private void readKey() {
        if (stripped.isBlind()) {
            stripped.resultKey(xml.attribute("key"), xml.line());
        }
        XmlCursor.HashOfAttribute key = xml.hashOfAttribute("key");
        if (key.length() == 0 || key.length() > LONGEST) {
            report.fault(DeliveryRule.RESULT_KEY_MISSING, xml.line(), "resultaat/@key");
        } else if (!resultKeys.add(key.value())) {
            report.fault(DeliveryRule.RESULT_KEY_TWICE, xml.line(), "resultaat/@key");
        }
    }
}
