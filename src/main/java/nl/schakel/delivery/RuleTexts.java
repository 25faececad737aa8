package nl.schakel.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What a school is told of a rule, from the messages of the feature in one language. */
final class RuleTexts {
    static final RuleTexts DUTCH = new RuleTexts("/messages/delivery_nl.properties");
    static final RuleTexts ENGLISH = new RuleTexts("/messages/delivery_en.properties");

    private final Properties texts = new Properties();

    private RuleTexts(String resource) {
        try (InputStream in = Objects.requireNonNull(RuleTexts.class.getResourceAsStream(resource));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What would have been right. */
    String expected(DeliveryRule rule) {
        return text(rule, "verwacht");
    }

    /** What the school can do. */
    String repair(DeliveryRule rule) {
        return text(rule, "herstel");
    }

    private String text(DeliveryRule rule, String part) {
        return Objects.requireNonNull(texts.getProperty("delivery.regel." + rule.code() + "." + part));
    }
}
