package nl.schakel.delivery.format;

import com.ctc.wstx.exc.WstxIOException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import nl.schakel.delivery.DeliveryRefused;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * Walks an XML file downwards: {@link #child} goes from one child element to the next and steps over whatever the caller
 * did not read. Every way in which the file can be broken becomes a {@link DeliveryRefused}; nothing quotes the file.
 */
final class XmlCursor {
    private final XMLStreamReader2 xml;
    private final LimitedInput bytes;
    private final CharSpan text = new CharSpan();
    private final HashOfAttribute hash = new HashOfAttribute();
    private int depth;

    XmlCursor(XMLStreamReader2 xml, LimitedInput bytes) {
        this.xml = xml;
        this.bytes = bytes;
    }

    /** The depth of the element on which or in which the cursor stands; 0 before the root. */
    int depth() {
        return depth;
    }

    /**
     * The next child element of the element at a depth.
     *
     * @return false where that element has ended
     */
    boolean child(int parent) throws IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT && depth == parent + 1) {
                return true;
            }
            if (depth < parent || event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    /** The text directly in the element on which the cursor stands, in a buffer that the next call uses again. */
    CharSpan text() throws IOException {
        text.clear();
        int inside = depth;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (depth == inside) {
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && depth < inside) {
                return text;
            }
        }
    }

    /** Reads on to the end, so that a broken tail is found. */
    void finish() throws IOException {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            // whatever stands after the root element, or is left of it
        }
    }

    private int next() throws IOException {
        try {
            int event = xml.next();
            bytes.progress();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new DeliveryRefused.DocumentType();
            }
            return event;
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
    }

    /** The local name of the element on which the cursor stands. */
    String name() {
        return xml.getLocalName();
    }

    /** Its namespace; empty where it has none. */
    String namespace() {
        String uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** An attribute without a namespace, or empty text where it is absent. Allocates; not for every row of millions. */
    String attribute(String name) {
        String value = xml.getAttributeValue("", name);
        return value == null ? "" : value;
    }

    /** How many attributes the element has, namespace declarations not counted. */
    int attributes() {
        return xml.getAttributeCount();
    }

    /** The length of an attribute's value and its hash, without making text of it. */
    HashOfAttribute hashOfAttribute(String name) {
        hash.length = 0;
        int index = xml.getAttributeIndex("", name);
        if (index >= 0) {
            try {
                xml.getAttributeAs(index, hash);
            } catch (XMLStreamException e) {
                hash.length = 0;
            }
        }
        return hash;
    }

    /** The line on which the cursor stands, from 1. */
    long line() {
        return xml.getLocation().getLineNumber();
    }

    /** The refusal for what the parser found; its message, which may quote the file, is dropped. */
    static RuntimeException refusal(XMLStreamException found) throws IOException {
        long line = found.getLocation() == null
                ? 0
                : Math.max(0, found.getLocation().getLineNumber());
        if (found instanceof WstxIOException && found.getCause() instanceof IOException cause) {
            if (cause instanceof CharacterCodingException) {
                return new DeliveryRefused.WrongEncoding(line);
            }
            throw cause;
        }
        boolean limit = isLimit(String.valueOf(found.getMessage()));
        return limit ? new DeliveryRefused.TooComplex(line) : new DeliveryRefused.NotWellFormed(line);
    }

    private static boolean isLimit(String message) {
        return message.contains("limit (") || message.contains("Maximum ");
    }

    /** Takes an attribute's characters straight from the parser's buffer. */
    static final class HashOfAttribute extends TypedValueDecoder {
        private long value;
        private int length;

        long value() {
            return value;
        }

        int length() {
            return length;
        }

        @Override
        public void decode(String input) {
            length = input.length();
            value = KeySet.hash(input);
        }

        @Override
        public void decode(char[] buffer, int start, int end) {
            length = end - start;
            value = KeySet.hash(buffer, start, end);
        }

        @Override
        public void handleEmptyValue() {
            length = 0;
        }
    }
}
