package nl.schakel.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The description of the API: the frame {@code openapi.yaml} with the paths and components of every feature that has a file
 * {@code openapi/<feature>.yaml}. Written by hand; a test holds it equal to the resources.
 */
public final class OpenApiDocument {
    private static final List<String> FEATURES = List.of(
            "audit",
            "account",
            "catalogue",
            "pseudonym",
            "consent",
            "delivery",
            "register",
            "linkage",
            "disclosure",
            "study",
            "extract",
            "release",
            "monitor",
            "report",
            "oversight");
    private static final String JSON = JsonText.of(read());

    private OpenApiDocument() {}

    /** The whole document as JSON. */
    public static String json() {
        return JSON;
    }

    /** The whole document as maps, lists and values, in the order in which it is written. */
    public static Map<String, Object> read() {
        Map<String, Object> document = load("openapi.yaml");
        for (String feature : FEATURES) {
            merge(document, load("openapi/" + feature + ".yaml"));
        }
        return document;
    }

    private static Map<String, Object> load(String resource) {
        try (InputStream in = OpenApiDocument.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return new LinkedHashMap<>();
            }
            Map<String, Object> part = new LinkedHashMap<>();
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            ((Map<?, ?>) root).forEach((key, value) -> part.put(key.toString(), value));
            return part;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // adds maps into maps; a name that stands in two files is a mistake
    private static void merge(Map<String, Object> whole, Map<?, ?> part) {
        part.forEach((key, value) -> {
            String name = key.toString();
            if (value instanceof Map<?, ?> inner && whole.get(name) instanceof Map<?, ?> present) {
                Map<String, Object> both = new LinkedHashMap<>();
                present.forEach((k, v) -> both.put(k.toString(), v));
                merge(both, inner);
                whole.put(name, both);
            } else if (whole.putIfAbsent(name, value) != null) {
                throw new IllegalStateException("stands twice in the description of the API: " + name);
            }
        });
    }
}
