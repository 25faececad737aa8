package nl.schakel.delivery.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.delivery.DeliveryRefused;

/**
 * The character set of an XML file from its byte order mark and declaration (XML 1.0, appendix F), narrowed: UTF-8, UTF-16
 * with a mark, ISO-8859-1, windows-1252, US-ASCII. A mark and a declaration that contradict each other are refused, since
 * two readers could then see two different files.
 *
 * @param markLength bytes of the mark, to be skipped
 */
record XmlCharset(Charset charset, int markLength) {
    private static final Pattern DECLARATION =
            Pattern.compile("^<\\?xml\\s[^>]{0,200}?encoding\\s{0,20}=\\s{0,20}[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Map<String, Charset> DECLARED = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "iso-8859-1", StandardCharsets.ISO_8859_1,
            "windows-1252", Charset.forName("windows-1252"),
            "us-ascii", StandardCharsets.US_ASCII);

    /** @throws DeliveryRefused.WrongEncoding for any other character set */
    static XmlCharset of(byte[] head) {
        if (starts(head, 0xFF, 0xFE, 0, 0) || starts(head, 0, 0, 0xFE, 0xFF)) {
            throw new DeliveryRefused.WrongEncoding(1);
        }
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return agreed(head, new XmlCharset(StandardCharsets.UTF_8, 3), "utf-8");
        }
        if (starts(head, 0xFE, 0xFF)) {
            return agreed(head, new XmlCharset(StandardCharsets.UTF_16BE, 2), "utf-16");
        }
        if (starts(head, 0xFF, 0xFE)) {
            return agreed(head, new XmlCharset(StandardCharsets.UTF_16LE, 2), "utf-16");
        }
        Charset declared = DECLARED.get(declared(head, StandardCharsets.ISO_8859_1, "utf-8"));
        if (declared == null) {
            throw new DeliveryRefused.WrongEncoding(1);
        }
        return new XmlCharset(declared, 0);
    }

    private static XmlCharset agreed(byte[] head, XmlCharset marked, String name) {
        byte[] text = Arrays.copyOfRange(head, marked.markLength, head.length);
        if (!declared(text, marked.charset, name).equals(name)) {
            throw new DeliveryRefused.WrongEncoding(1);
        }
        return marked;
    }

    private static String declared(byte[] head, Charset charset, String otherwise) {
        Matcher declaration = DECLARATION.matcher(new String(head, charset));
        return declaration.find() ? declaration.group(1).toLowerCase(Locale.ROOT) : otherwise;
    }

    private static boolean starts(byte[] head, int... mark) {
        boolean equal = head.length >= mark.length;
        for (int i = 0; equal && i < mark.length; i++) {
            equal = (head[i] & 0xFF) == mark[i];
        }
        return equal;
    }
}
