package nl.schakel.demo.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.schakel.demo.Site;
import nl.schakel.demo.TestScore;

/** Results of one site and school year as a UWLR 2.2 {@code leerresultaten_verzoek}. */
final class UwlrFile {
    private static final String RESULTS = "http://www.edustandaard.nl/leerresultaten/2/leerresultaten";
    private static final String DOSSIER = "http://www.edustandaard.nl/oso_gegevensset/1.2/dossier";

    private final Xml xml;
    private final Map<String, TestScore> tests = new TreeMap<>();
    private int key;

    UwlrFile(Writer out) throws IOException {
        this.xml = new Xml(out);
    }

    void write(Site site, int year, List<TestScore> scores) throws IOException {
        xml.open("leerresultaten_verzoek", "xmlns", RESULTS, "xmlns:o", DOSSIER);
        xml.open("school")
                .text("schooljaar", year + "-" + (year + 1))
                .text("brincode", site.brin())
                .text("dependancecode", site.code())
                .text("aanmaakdatum", (year + 1) + "-07-01T09:45:00")
                .text("auteur", "Verzonnen leerlingvolgsysteem")
                .text("xsdversie", "2.2")
                .close();
        sittings(scores);
        xml.open("toetsen");
        for (TestScore test : tests.values()) {
            test(test);
        }
        xml.close().close();
    }

    private void sittings(List<TestScore> scores) throws IOException {
        xml.open("toetsafnames");
        String open = "";
        for (TestScore score : scores) {
            if (!score.pupilKey().equals(open)) {
                end(open);
                open = score.pupilKey();
                xml.open("toetsafname").text("leerlingid", open).open("resultaten");
            }
            tests.putIfAbsent(score.testCode(), score);
            result(score);
        }
        end(open);
        xml.close();
    }

    private void end(String open) throws IOException {
        if (!open.isEmpty()) {
            xml.close().close();
        }
    }

    private void result(TestScore score) throws IOException {
        xml.open("resultaat", "key", "r" + ++key)
                .text("afnamedatum", score.date().toString())
                .text("toetscode", score.testCode());
        if (score.bare()) {
            xml.text("score", Integer.toString(score.right()));
        } else {
            scored(score);
        }
        xml.close();
    }

    private void scored(TestScore score) throws IOException {
        xml.open("osoresultaat").open("o:toetsscore");
        xml.text("o:aantalopgaven", Integer.toString(score.items()))
                .text("o:aantalgoed", Integer.toString(score.right()))
                .text("o:vaardigheidsscore", Double.toString(score.ability()))
                .text("o:codevaardigheidsschaal", score.domain().code());
        xml.close().open("o:referentiescore");
        xml.text("o:codereferentiescore", "AE")
                .text("o:codevergelijkingsgroep", "Landelijk")
                .text("o:waarde", Character.toString(score.level()));
        xml.close().close();
    }

    private void test(TestScore test) throws IOException {
        xml.open("toets")
                .text("toetscode", test.testCode())
                .text("toetsnaam", test.domain().title() + " " + test.moment().code())
                .text("leerjaar", Integer.toString(test.moment().grade()))
                .text("vakgebied", test.domain().subject())
                .close();
    }
}
