package nl.schakel.delivery.format;

import java.io.IOException;
import nl.schakel.delivery.DeliveryRule;
import org.jspecify.annotations.Nullable;

/**
 * An {@code osoresultaat}: items right, ability score, and of the reference scores the level, the five-part scale (I to V)
 * before the four-part one (A to E) and the national comparison before others.
 */
final class OsoResult {
    private static final String OSO = "http://www.edustandaard.nl/oso_gegevensset/1.2/dossier";
    private static final int NONE = -1;
    private static final String[] SCALES = {"CAE", "AE", "CIV", "IV"};
    private static final String[] FIVE = {"I", "II", "III", "IV", "V", "I+"};
    private static final String[] FOUR = {"A", "B", "C", "D", "E", "A+"};

    private final XmlCursor xml;
    private final RowReport report;
    private final CharSpan scale = new CharSpan();
    private final CharSpan group = new CharSpan();
    private final CharSpan value = new CharSpan();

    private int right;
    private int items;
    private double ability;
    private @Nullable String level;
    private int levelRank;
    private boolean read;

    OsoResult(XmlCursor xml, RowReport report) {
        this.xml = xml;
        this.report = report;
    }

    void clear() {
        right = NONE;
        items = NONE;
        ability = Double.NaN;
        level = null;
        levelRank = 0;
        read = false;
    }

    /** Reads the element on which the cursor stands. */
    void read() throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.namespace().equals(OSO)) {
                if (xml.name().equals("toetsscore")) {
                    readScore();
                } else if (xml.name().equals("referentiescore")) {
                    readReference();
                }
            }
        }
        if (right > items && items != NONE) {
            report.fault(DeliveryRule.SCORE_ABOVE_ITEMS, xml.line(), "resultaat/osoresultaat/toetsscore/aantalgoed");
        }
    }

    private void readScore() throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "aantalgoed" -> right = readCount("resultaat/osoresultaat/toetsscore/aantalgoed");
                case "aantalopgaven" -> items = readCount("resultaat/osoresultaat/toetsscore/aantalopgaven");
                case "vaardigheidsscore" -> readAbility();
                default -> {
                    // time, interval, scale: not taken in
                }
            }
        }
        read |= right != NONE;
    }

    private int readCount(String path) throws IOException {
        int count = Values.score(xml.text().collapse());
        if (count == Values.NO_NUMBER) {
            read = true;
            report.fault(DeliveryRule.SCORE_FORM, xml.line(), path);
        }
        return count;
    }

    private void readAbility() throws IOException {
        ability = Values.decimal(xml.text().collapse(), false);
        read = true;
        if (Double.isNaN(ability)) {
            report.fault(DeliveryRule.ABILITY_FORM, xml.line(), "resultaat/osoresultaat/toetsscore/vaardigheidsscore");
        }
    }

    private void readReference() throws IOException {
        scale.clear();
        group.clear();
        value.clear();
        int depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "codereferentiescore" -> scale.set(xml.text().collapse());
                case "codevergelijkingsgroep" -> group.set(xml.text().collapse());
                case "waarde" -> value.set(xml.text().collapse());
                default -> {
                    // qualification: not taken in
                }
            }
        }
        int rank = rank();
        if (rank > levelRank) {
            takeLevel(rank);
        }
    }

    private int rank() {
        for (int i = 0; i < SCALES.length; i++) {
            if (scale.is(SCALES[i])) {
                return 2 * (i + 1) + (group.is("Landelijk") ? 1 : 0);
            }
        }
        return 0;
    }

    private void takeLevel(int rank) {
        for (String known : rank >= 6 ? FIVE : FOUR) {
            if (value.is(known)) {
                level = known;
                levelRank = rank;
                return;
            }
        }
        report.fault(DeliveryRule.LEVEL_CODE, xml.line(), "resultaat/osoresultaat/referentiescore/waarde");
    }

    boolean isRead() {
        return read;
    }

    int right() {
        return right;
    }

    double ability() {
        return ability;
    }

    @Nullable
    String level() {
        return level;
    }
}
