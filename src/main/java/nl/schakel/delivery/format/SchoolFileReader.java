package nl.schakel.delivery.format;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.DeliveryReader;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.DeliveryRows;
import nl.schakel.delivery.ReadRows;

/** Recognises a school's file by its content and has it read. File names and media types are not looked at. */
@Dependent
public class SchoolFileReader implements DeliveryReader {
    @Override
    public ReadRows read(InputStream bytes, DeliveryContext context, DeliveryRows sink) throws IOException {
        LimitedInput limited = new LimitedInput(bytes, context.limits().bytes());
        byte[] head = limited.head();
        if (isBlank(head)) {
            throw new DeliveryRefused.EmptyFile();
        }
        return isXml(head) ? readXml(limited, context, sink) : readCsv(limited, context, sink);
    }

    /** Looks no further than the head: a file that begins with 512 blanks is not one of ours. */
    private static boolean isBlank(byte[] head) {
        for (byte b : head) {
            if (" \t\r\n".indexOf(b) < 0) {
                return SocialReader.startsWithMark(head) && head.length == 3;
            }
        }
        return true;
    }

    private static boolean isXml(byte[] head) {
        for (byte b : head) {
            if (b == '<') {
                return true;
            }
            if (b > ' ') {
                return false;
            }
        }
        return false;
    }

    private static ReadRows readXml(LimitedInput bytes, DeliveryContext context, DeliveryRows sink) throws IOException {
        XmlCursor xml = SafeXml.open(bytes);
        if (!xml.child(0)) {
            throw new DeliveryRefused.UnknownFormat();
        }
        String name = xml.name();
        String namespace = xml.namespace();
        if (name.equals("leerresultaten_verzoek") && namespace.equals(ResultsReader.UWLR)) {
            return new ResultsReader(xml, context, sink).read();
        }
        boolean edexml = name.equals("EDEX") && namespace.isEmpty();
        boolean uwlr = (name.equals("leerlinggegevens_antwoord") || name.equals("leerlinggegevens"))
                && namespace.equals(PupilsReader.UWLR);
        if (!edexml && !uwlr) {
            throw new DeliveryRefused.UnknownFormat();
        }
        return new PupilsReader(xml, context, sink).read();
    }

    private static ReadRows readCsv(LimitedInput bytes, DeliveryContext context, DeliveryRows sink) throws IOException {
        String firstLine = new String(bytes.head(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (!firstLine.contains("leerlingid")) {
            throw new DeliveryRefused.UnknownFormat();
        }
        return new SocialReader(bytes, context, sink).read();
    }
}
