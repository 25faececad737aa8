package nl.schakel.delivery.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.FileLimits;
import nl.schakel.delivery.FileStripper;

/**
 * Copies by a list of names what the readers read, so that whatever is not known stays behind. One pupil, sitting or test
 * a line; the upload page's script writes the same.
 */
public final class SchoolFileStripper implements FileStripper {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /** For the loader of services. */
    public SchoolFileStripper() {}

    @Override
    public void strip(InputStream file, OutputStream stripped, Numbers numbers, LocalDate today) throws IOException {
        StrippedKeys keys = new StrippedKeys();
        LimitedInput bytes = new LimitedInput(file, FileLimits.USUAL.bytes());
        Writer out = new BufferedWriter(new OutputStreamWriter(stripped, StandardCharsets.UTF_8));
        if (new String(bytes.head(), StandardCharsets.ISO_8859_1).contains("<")) {
            stripXml(SafeXml.open(bytes), out, new StrippedPupil.Replacing(numbers, today, keys));
        } else {
            StrippedTable.copy(bytes, out, keys);
        }
        keys.check();
        out.flush();
    }

    private static void stripXml(XmlCursor xml, Writer out, StrippedPupil.Replacing replacing) throws IOException {
        if (!xml.child(0)) {
            throw new DeliveryRefused.UnknownFormat();
        }
        String name = xml.name();
        String namespace = xml.namespace();
        boolean answer = name.equals("leerlinggegevens_antwoord") && namespace.equals(PupilsReader.UWLR);
        if (answer && !descend(xml)) {
            throw new DeliveryRefused.UnknownFormat();
        }
        out.write(DECLARATION);
        if (name.equals("leerresultaten_verzoek") && namespace.equals(ResultsReader.UWLR)) {
            out.write("<" + name + " xmlns=\"" + namespace + "\">");
            new StrippedResults(xml, out, replacing.keys()).copy();
            out.write("</" + name + ">\n");
        } else if (name.equals("EDEX") && namespace.isEmpty()) {
            new StrippedPupil(xml, out, replacing).copyAll("EDEX", "");
        } else if (xml.name().equals("leerlinggegevens") && xml.namespace().equals(PupilsReader.UWLR)) {
            new StrippedPupil(xml, out, replacing).copyAll("leerlinggegevens", PupilsReader.UWLR);
        } else {
            throw new DeliveryRefused.UnknownFormat();
        }
        xml.finish();
    }

    private static boolean descend(XmlCursor xml) throws IOException {
        while (xml.child(1)) {
            if (xml.name().equals("leerlinggegevens") && xml.namespace().equals(PupilsReader.UWLR)) {
                return true;
            }
        }
        return false;
    }

    /** Text or an attribute's value as XML. */
    static String escaped(CharSequence text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("&<>\"\t\n\r".indexOf(c) < 0) {
                escaped.append(c);
            } else {
                escaped.append("&#").append((int) c).append(';');
            }
        }
        return escaped.toString();
    }

    /** A code or date of the format, or a mark that breaks its rule: free text does not pass. */
    static String code(CharSpan text) {
        String code = text.collapse().text();
        return code.matches("[A-Za-z0-9:.+-]{0,40}") ? code : "?";
    }
}
