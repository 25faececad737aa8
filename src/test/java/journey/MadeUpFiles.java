package journey;

import java.nio.charset.StandardCharsets;

/** Small files of a made-up school, with valid made-up numbers. */
final class MadeUpFiles {
    private MadeUpFiles() {}

    /** An EDEXML 2.1 file with so many pupils of the school, for the school year 2021-2022. */
    static byte[] pupils(String brin, int count) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<EDEX><school>")
                .append("<schooljaar>2021-2022</schooljaar><peildatum>2021-10-01</peildatum><brincode>")
                .append(brin)
                .append("</brincode><dependancecode>00</dependancecode><schoolkey>1</schoolkey>")
                .append("<aanmaakdatum>2021-10-02T10:00:00</aanmaakdatum><xsdversie>2.1</xsdversie></school>")
                .append(
                        "<groepen><groep key=\"g5\"><naam>5</naam><jaargroep>5</jaargroep></groep></groepen><leerlingen>");
        int number = 999_900_000 + Math.floorMod(brin.hashCode(), 40_000);
        for (int i = 0; i < count; i++) {
            number = nextValid(number);
            xml.append("<leerling key=\"L").append(i).append("\"><achternaam>Zwaluwenburg</achternaam>");
            xml.append("<roepnaam>Kind").append(i).append("</roepnaam><geboortedatum>2012-0");
            xml.append(1 + i % 9)
                    .append("-1")
                    .append(i % 10)
                    .append("</geboortedatum><geslacht>")
                    .append(1 + i % 2);
            xml.append("</geslacht><jaargroep>5</jaargroep><groep key=\"g5\"/><bsn>")
                    .append(number);
            xml.append("</bsn></leerling>\n");
        }
        return xml.append("</leerlingen></EDEX>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int nextValid(int after) {
        for (int candidate = after + 1; ; candidate++) {
            if (remainder(candidate) == 0) {
                return candidate;
            }
        }
    }

    private static int remainder(int number) {
        int sum = -(number % 10);
        int rest = number / 10;
        for (int weight = 2; weight <= 9; weight++) {
            sum += weight * (rest % 10);
            rest /= 10;
        }
        return Math.floorMod(sum, 11);
    }
}
