package nl.schakel.delivery.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import nl.schakel.delivery.DeliveryRefused;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The only place that makes XML readers. No document types, no entities beyond the five of XML, nothing is fetched; at
 * most 64 levels, 100 attributes an element, 64 KiB a text; bytes that are not text in the declared character set are
 * refused. Thread-safe.
 */
final class SafeXml {
    private static final int DEPTH = 64;
    private static final int ATTRIBUTES = 100;
    private static final int ATTRIBUTE_LENGTH = 8192;
    private static final int TEXT_LENGTH = 1 << 16;
    private static final WstxInputFactory FACTORY = factory();

    private SafeXml() {}

    /** A cursor before the root element. @throws DeliveryRefused where the character set is wrong */
    static XmlCursor open(LimitedInput bytes) throws IOException {
        XmlCharset found = XmlCharset.of(bytes.head());
        bytes.skipNBytes(found.markLength());
        Charset charset = found.charset();
        Reader text = new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        try {
            return new XmlCursor((XMLStreamReader2) FACTORY.createXMLStreamReader(text), bytes);
        } catch (XMLStreamException e) {
            throw XmlCursor.refusal(e);
        }
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE_LENGTH);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, TEXT_LENGTH);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
        XMLResolver refuse = (publicId, systemId, base, namespace) -> {
            throw new DeliveryRefused.DocumentType();
        };
        factory.setXMLResolver(refuse);
        factory.setProperty(WstxInputProperties.P_DTD_RESOLVER, refuse);
        factory.setProperty(WstxInputProperties.P_ENTITY_RESOLVER, refuse);
        return factory;
    }
}
