package nl.schakel.delivery.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;

/** Copies a results part by a tree of names: what hangs below each element may pass, anything else stays behind. */
final class StrippedResults {
    private static final String OSO = "http://www.edustandaard.nl/oso_gegevensset/1.2/dossier";
    private static final Set<String> LINES = Set.of("toetsafname", "toets");
    private static final Map<String, Set<String>> BELOW = Map.of(
            "leerresultaten_verzoek", Set.of("school", "toetsafnames", "toetsen"),
            "school", StrippedPupil.HEAD,
            "toetsafnames", Set.of("toetsafname"),
            "toetsafname", Set.of("leerlingid", "resultaten"),
            "resultaten", Set.of("resultaat"),
            "resultaat", Set.of("afnamedatum", "toetscode", "toetsonderdeelcode", "score", "osoresultaat"),
            "osoresultaat", Set.of("toetsscore", "referentiescore"),
            "toetsscore", Set.of("aantalgoed", "aantalopgaven", "vaardigheidsscore"),
            "referentiescore", Set.of("codereferentiescore", "codevergelijkingsgroep", "waarde"));
    private static final Map<String, Set<String>> DEFINITIONS = Map.of(
            "toetsen", Set.of("toets"),
            "toets", Set.of("toetscode", "versie", "toetsnaam", "leerjaar", "vakgebied"));

    private final XmlCursor xml;
    private final Writer out;
    private final StrippedKeys keys;

    StrippedResults(XmlCursor xml, Writer out, StrippedKeys keys) {
        this.xml = xml;
        this.out = out;
        this.keys = keys;
    }

    /** Copies what may pass below the element on which the cursor stands. */
    void copy() throws IOException {
        below(BELOW);
    }

    private void below(Map<String, Set<String>> names) throws IOException {
        int depth = xml.depth();
        String parent = xml.name();
        String namespace = xml.namespace();
        Set<String> allowed = names.getOrDefault(parent, Set.of());
        while (xml.child(depth)) {
            boolean known = xml.namespace().equals(ResultsReader.UWLR)
                    || xml.namespace().equals(OSO);
            if (known && allowed.contains(xml.name())) {
                element(xml.name().equals("toetsen") ? DEFINITIONS : names, namespace, parent);
            }
        }
    }

    private void element(Map<String, Set<String>> names, String namespace, String parent) throws IOException {
        String name = xml.name();
        String space = xml.namespace().equals(namespace) ? "" : " xmlns=\"" + xml.namespace() + "\"";
        String key = name.equals("resultaat") ? " key=\"" + keys.ofResult(xml.attribute("key")) + "\"" : "";
        out.write((LINES.contains(name) ? "\n<" : "<") + name + space + key + ">");
        if (names.containsKey(name)) {
            below(names);
        } else {
            out.write(SchoolFileStripper.escaped(text(name, parent)));
        }
        out.write("</" + name + ">");
    }

    private String text(String name, String parent) throws IOException {
        long line = xml.line();
        CharSpan text = xml.text();
        if (name.equals("leerlingid")) {
            keys.pupil(text, line);
        }
        return parent.equals("school") ? SchoolFileStripper.code(text) : text.text();
    }
}
