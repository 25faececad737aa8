package nl.schakel.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One block of the catalogue file: a head line and the indented lines below it. Remembers which keys were asked for. */
final class CatalogueBlock {
    private final String kind;
    private final String name;
    private final int line;
    private final List<String> body = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    private CatalogueBlock(String head, int line) {
        String[] words = head.strip().split("\\s+", 2);
        this.kind = words[0];
        this.name = words.length == 2 ? words[1] : "";
        this.line = line;
    }

    /** The blocks of the lines; a line outside any block is added to the faults. */
    static List<CatalogueBlock> split(List<String> lines, List<String> faults) {
        List<CatalogueBlock> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i);
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            if (!Character.isWhitespace(text.charAt(0))) {
                blocks.add(new CatalogueBlock(text, i + 1));
            } else if (blocks.isEmpty()) {
                faults.add("regel " + (i + 1) + ": outside any block");
            } else {
                blocks.get(blocks.size() - 1).body.add(text.strip());
            }
        }
        return blocks;
    }

    String kind() {
        return kind;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    List<String> body() {
        return body;
    }

    void requireName() {
        if (!name.matches("[a-z][a-z0-9_-]*")) {
            throw new IllegalArgumentException("the name of a block is a lower-case word");
        }
    }

    /** The value of a key, or the other value where the key is absent. */
    String optional(String key, String otherwise) {
        List<String> values = body.stream()
                .filter(text -> text.equals(key) || text.startsWith(key + " "))
                .map(text -> text.substring(key.length()).strip())
                .toList();
        if (values.size() > 1) {
            throw new IllegalArgumentException(key + " occurs twice");
        }
        used.add(key);
        return values.isEmpty() ? otherwise : values.get(0);
    }

    /** The value of a key. @throws IllegalArgumentException where it is absent or blank */
    String required(String key) {
        String value = optional(key, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }

    /** The position of the key's value among the words. @throws IllegalArgumentException where it is none of them */
    int choice(String key, String... words) {
        int position = List.of(words).indexOf(required(key));
        if (position < 0) {
            throw new IllegalArgumentException(key + " is one of " + String.join(", ", words));
        }
        return position;
    }

    Label label() {
        return new Label(required("nl"), required("en"));
    }

    /** @throws IllegalArgumentException naming a line whose key nobody asked for: a misspelt key is never ignored */
    void requireAllUsed() {
        for (String text : body) {
            if (!kind.equals("codelijst") && !used.contains(text.split("\\s+", 2)[0])) {
                throw new IllegalArgumentException("unknown key " + text.split("\\s+", 2)[0]);
            }
        }
    }
}
