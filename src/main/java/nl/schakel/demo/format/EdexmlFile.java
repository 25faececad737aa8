package nl.schakel.demo.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nl.schakel.demo.PersonName;
import nl.schakel.demo.PupilRow;
import nl.schakel.demo.Site;

/** Pupils of one site and school year as EDEXML 2.1, in the element order of its schema. */
final class EdexmlFile {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final Xml xml;

    EdexmlFile(Writer out) throws IOException {
        this.xml = new Xml(out);
    }

    void write(Site site, int year, List<PupilRow> pupils) throws IOException {
        xml.open("EDEX", "xmlns:xsi", XSI);
        school(site, year);
        groups();
        xml.open("leerlingen");
        for (PupilRow pupil : pupils) {
            pupil(pupil);
        }
        xml.close();
        teachers();
        xml.close();
    }

    private void school(Site site, int year) throws IOException {
        xml.open("school")
                .text("schooljaar", year + "-" + (year + 1))
                .text("peildatum", year + "-10-01")
                .text("brincode", site.brin())
                .text("dependancecode", site.code())
                .text("aanmaakdatum", (year + 1) + "-07-01T09:30:00")
                .text("auteur", "Administratie " + site.name())
                .text("xsdversie", "2.1")
                .text("commentaar", "Verzonnen leerlingen; geen enkele bestaat")
                .close();
    }

    private void groups() throws IOException {
        xml.open("groepen");
        for (int grade = 3; grade <= 8; grade++) {
            xml.open("groep", "key", "G" + grade)
                    .text("naam", "Groep " + grade)
                    .text("jaargroep", Integer.toString(grade))
                    .close();
        }
        xml.close();
    }

    private void pupil(PupilRow pupil) throws IOException {
        PersonName name = pupil.name();
        String grade = Integer.toString(pupil.grade());
        xml.open("leerling", "key", pupil.key())
                .text("achternaam", name.family())
                .text("voorvoegsel", name.prefix())
                .text("voornamen", name.given())
                .text("voorletters-1", name.initial())
                .text("roepnaam", name.given())
                .text("geboortedatum", pupil.birth().toString())
                .text("geslacht", Integer.toString(pupil.sex()))
                .text("jaargroep", grade)
                .empty("groep", "key", "G" + grade)
                .text("emailadres", pupil.mail());
        number(pupil);
        xml.text("postcodenl", pupil.postcode());
        remark(pupil);
        xml.close();
    }

    private void number(PupilRow pupil) throws IOException {
        if (pupil.number().isEmpty()) {
            xml.text("bsn_ondwnr-4", pupil.lastFour());
        } else {
            xml.text(
                    pupil.educationNumber() ? "onderwijsnummer" : "bsn",
                    pupil.number().get());
        }
    }

    private void remark(PupilRow pupil) throws IOException {
        if (!pupil.remark().isEmpty()) {
            xml.open("toevoegingen").open("blok", "xsi:type", "OpmerkingGegevensType");
            xml.text("code", "Opmerking").text("opmerking", pupil.remark());
            xml.close().close();
        }
    }

    private void teachers() throws IOException {
        xml.open("leerkrachten").open("leerkracht", "key", "L1");
        xml.text("achternaam", "Voorbeeld").text("voorletters-1", "V").text("roepnaam", "Vera");
        xml.close().close();
    }
}
