package nl.schakel.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts for people: one bundle for each feature and language, {@code messages/<feature>_<language>.properties} in UTF-8,
 * read once. The first word of a key names the feature. Thread-safe.
 *
 * <p>A text with arguments is a {@link MessageFormat} (apostrophes doubled); one without is taken as it stands.
 */
public final class Texts {
    private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();

    private final Language language;

    private Texts(Language language) {
        this.language = language;
    }

    /** The texts in a language. */
    public static Texts in(Language language) {
        return new Texts(language);
    }

    /** The text of a key with its arguments filled in; the key itself between brackets where there is none. */
    public String text(String key, Object... arguments) {
        String pattern = find(key).orElse("[" + key + "]");
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(arguments);
    }

    /** The text of a key, or empty where there is none in this language. */
    public Optional<String> find(String key) {
        int end = key.indexOf('.');
        String feature = end < 0 ? key : key.substring(0, end);
        return Optional.ofNullable(bundle(feature).getProperty(key));
    }

    /** The language of these texts. */
    public Language language() {
        return language;
    }

    private Properties bundle(String feature) {
        return BUNDLES.computeIfAbsent("messages/" + feature + "_" + language.code() + ".properties", Texts::read);
    }

    private static Properties read(String resource) {
        Properties texts = new Properties();
        try (InputStream in = Texts.class.getClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                texts.load(reader);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
