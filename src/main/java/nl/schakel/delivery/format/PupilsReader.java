package nl.schakel.delivery.format;

import java.io.IOException;
import java.util.Map;
import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.DeliveryRows;
import nl.schakel.delivery.FileFormat;
import nl.schakel.delivery.FileHeader;
import nl.schakel.delivery.Part;
import nl.schakel.delivery.ReadRows;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * EDEXML 2.0 and 2.1 ({@code EDEX} without a namespace) and the pupil message of UWLR 2.2, which holds the same elements
 * in its own namespace. Names, addresses, countries and staff are read past.
 */
final class PupilsReader {
    static final String UWLR = "http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens";
    private static final Map<String, FileFormat> EDEXML_VERSIONS =
            Map.of("", FileFormat.EDEXML_2_1, "2.0", FileFormat.EDEXML_2_0, "2.1", FileFormat.EDEXML_2_1);
    private static final Map<String, FileFormat> UWLR_VERSIONS = Map.of(
            "", FileFormat.UWLR_PUPILS_2_2,
            "2.1", FileFormat.UWLR_PUPILS_2_2,
            "2.2", FileFormat.UWLR_PUPILS_2_2,
            "2.2.1", FileFormat.UWLR_PUPILS_2_2);

    private final XmlCursor xml;
    private final DeliveryContext context;
    private final DeliveryRows sink;
    private final RowReport report;
    private final StrippedFile stripped;
    private @Nullable SchoolYear year;
    private @Nullable PupilElement pupil;

    PupilsReader(XmlCursor xml, DeliveryContext context, DeliveryRows sink) {
        this.xml = xml;
        this.context = context;
        this.sink = sink;
        this.report = new RowReport(sink, context);
        this.stripped = new StrippedFile(context);
    }

    /** Reads on from the root element. @throws DeliveryRefused where the file as a whole cannot be used */
    ReadRows read() throws IOException {
        boolean uwlr = !xml.namespace().isEmpty();
        if (xml.name().equals("leerlinggegevens_antwoord") && !descend("leerlinggegevens")) {
            throw SchoolHead.missingPart(xml.line(), "leerlinggegevens");
        }
        readBody(xml.depth(), xml.namespace(), uwlr ? UWLR_VERSIONS : EDEXML_VERSIONS);
        while (xml.depth() > 0 && xml.child(1)) {
            stripped.unread(xml.line(), xml.name());
        }
        xml.finish();
        stripped.end("leerling/@key");
        if (report.row() == 0) {
            throw SchoolHead.missingPart(xml.line(), "leerlingen/leerling");
        }
        return report.sum(Part.PUPILS);
    }

    private boolean descend(String name) throws IOException {
        int depth = xml.depth();
        String namespace = xml.namespace();
        while (xml.child(depth)) {
            if (xml.name().equals(name) && xml.namespace().equals(namespace)) {
                return true;
            }
            stripped.unread(xml.line(), xml.name());
        }
        return false;
    }

    private void readBody(int depth, String namespace, Map<String, FileFormat> versions) throws IOException {
        while (xml.child(depth)) {
            if (!xml.namespace().equals(namespace)) {
                stripped.unread(xml.line(), xml.name());
                continue;
            }
            if (xml.name().equals("school") && year == null) {
                FileHeader header = SchoolHead.read(xml, context, versions);
                sink.header(header);
                year = header.schoolYear();
            } else if (xml.name().equals("leerlingen")) {
                readPupils(namespace);
            } else {
                stripped.unread(xml.line(), xml.name());
            }
        }
        if (year == null) {
            throw SchoolHead.missingPart(xml.line(), "school");
        }
    }

    private void readPupils(String namespace) throws IOException {
        if (year == null) {
            throw SchoolHead.missingPart(xml.line(), "school");
        }
        PupilElement element = pupil == null ? new PupilElement(xml, report, context, year) : pupil;
        pupil = element;
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.name().equals("leerling") && xml.namespace().equals(namespace)) {
                if (stripped.isBlind()) {
                    stripped.pupilKey(xml.attribute("key"), xml.line());
                }
                element.read().ifPresent(sink::pupil);
            } else {
                stripped.unread(xml.line(), "leerlingen/" + xml.name());
            }
        }
    }
}
