package nl.schakel.demo.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes well-formed XML without indentation. Not thread-safe. */
final class Xml {
    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Xml(Writer out) throws IOException {
        this.out = out;
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Opens an element; attributes as name, value, name, value. */
    Xml open(String name, String... attributes) throws IOException {
        tag(name, attributes);
        out.write(">");
        open.push(name);
        return this;
    }

    /** An empty element with attributes. */
    Xml empty(String name, String... attributes) throws IOException {
        tag(name, attributes);
        out.write("/>");
        return this;
    }

    /** An element with text; nothing where the text is empty. */
    Xml text(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.write("<" + name + ">" + escaped(value) + "</" + name + ">");
        }
        return this;
    }

    /** Closes the innermost element. */
    Xml close() throws IOException {
        out.write("</" + open.pop() + ">\n");
        return this;
    }

    private void tag(String name, String... attributes) throws IOException {
        out.write("<" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(" " + attributes[i] + "=\"" + escaped(attributes[i + 1]) + "\"");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
