package nl.schakel.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.schakel.pupil.Pgn;

/** EDEXML 2.1 files of one school, each with other made-up pupils under valid numbers. */
final class EdexFiles {
    private final String brin;
    private final int pupils;
    private int number = 200_000_000;
    private int key;

    EdexFiles(String brin, int pupils) {
        this.brin = brin;
        this.pupils = pupils;
    }

    /** The next file; no pupil of it was in an earlier one. */
    byte[] next() {
        StringBuilder xml = new StringBuilder(String.format(
                Locale.ROOT,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <EDEX><school><schooljaar>2021-2022</schooljaar><peildatum>2021-10-01</peildatum><brincode>%s</brincode>
                <dependancecode>00</dependancecode><schoolkey>1</schoolkey><aanmaakdatum>2021-10-02T10:00:00</aanmaakdatum>
                <xsdversie>2.1</xsdversie></school>
                <groepen><groep key="g5"><naam>5</naam><jaargroep>5</jaargroep></groep></groepen><leerlingen>
                """,
                brin));
        for (int i = 0; i < pupils; i++) {
            xml.append(pupil(i));
        }
        return xml.append("</leerlingen></EDEX>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String pupil(int place) {
        do {
            number++;
        } while (Pgn.parse(Integer.toString(number)).isEmpty());
        return String.format(
                Locale.ROOT,
                """
                <leerling key="L%d"><achternaam>Zwaluwenburg</achternaam><roepnaam>Kind</roepnaam>\
                <geboortedatum>2012-0%d-1%d</geboortedatum><geslacht>%d</geslacht><jaargroep>5</jaargroep><groep key="g5"/>\
                <bsn>%d</bsn></leerling>
                """,
                ++key,
                1 + place % 9,
                place % 10,
                1 + place % 2,
                number);
    }
}
