package nl.schakel.bench;

import java.io.InputStream;

/** Writes a UWLR 2.2 result message of any size while it is being read: one sitting a pupil, several results each. */
final class UwlrStream extends InputStream {
    static final int TESTS = 20;
    private static final String NAMESPACE = "http://www.edustandaard.nl/leerresultaten/2/leerresultaten";

    private final String prefix;
    private final int pupils;
    private final int perPupil;
    private final byte[] block = new byte[1 << 17];
    private int end;
    private int at;
    private int pupil;
    private boolean ended;
    private long written;

    UwlrStream(String brin, String prefix, int pupils, int perPupil) {
        this.prefix = prefix;
        this.pupils = pupils;
        this.perPupil = perPupil;
        text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<leerresultaten_verzoek xmlns=\"")
                .text(NAMESPACE);
        text("\" xmlns:o=\"http://www.edustandaard.nl/oso_gegevensset/1.2/dossier\">\n<school>");
        text("<schooljaar>2021-2022</schooljaar><brincode>").text(brin).text("</brincode><dependancecode>00");
        text("</dependancecode><aanmaakdatum>2022-07-01T12:00:00</aanmaakdatum><auteur>meting</auteur>");
        text("<xsdversie>2.2</xsdversie></school>\n<toetsafnames>\n");
    }

    /** Bytes given out so far. */
    long written() {
        return written;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (at == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(block, at, bytes, offset, count);
        at += count;
        written += count;
        return count;
    }

    private boolean fill() {
        at = 0;
        end = 0;
        while (pupil < pupils && end < block.length / 2) {
            sitting(pupil++);
        }
        if (end == 0 && !ended) {
            tail();
            ended = true;
        }
        return end > 0;
    }

    private void sitting(int number) {
        text("<toetsafname><leerlingid>").text(prefix).number(number).text("</leerlingid><resultaten>\n");
        for (int i = 0; i < perPupil; i++) {
            text("<resultaat key=\"r").number(number * perPupil + i).text("\"><afnamedatum>2022-0");
            text(i % 2 == 0 ? "1-" : "6-")
                    .number(10 + i % 15)
                    .text("</afnamedatum><toetscode>RW-")
                    .number(i % TESTS);
            text("</toetscode>");
            score(number, i);
            text("</resultaat>\n");
        }
        text("</resultaten></toetsafname>\n");
    }

    /** Every other result has an ability score. */
    private void score(int number, int i) {
        if (i % 2 == 0) {
            text("<osoresultaat><o:toetsscore><o:aantalopgaven>96</o:aantalopgaven><o:aantalgoed>");
            number((number + i) % 96)
                    .text("</o:aantalgoed><o:vaardigheidsscore>")
                    .number(100 + (number + i) % 200);
            text(".5</o:vaardigheidsscore></o:toetsscore></osoresultaat>");
        } else {
            text("<score>").number((number + i) % 96).text("</score>");
        }
    }

    private void tail() {
        text("</toetsafnames>\n<toetsen>\n");
        for (int i = 0; i < TESTS; i++) {
            text("<toets><toetscode>RW-").number(i).text("</toetscode><toetsnaam>Rekenen-Wiskunde M5</toetsnaam>");
            text("<leerjaar>5</leerjaar><vakgebied>rekenen-wiskunde</vakgebied></toets>\n");
        }
        text("</toetsen>\n</leerresultaten_verzoek>\n");
    }

    @SuppressWarnings("deprecation") // the only call that copies ASCII without an array in between
    private UwlrStream text(String ascii) {
        ascii.getBytes(0, ascii.length(), block, end);
        end += ascii.length();
        return this;
    }

    private UwlrStream number(int value) {
        if (value >= 10) {
            number(value / 10);
        }
        block[end++] = (byte) ('0' + value % 10);
        return this;
    }
}
