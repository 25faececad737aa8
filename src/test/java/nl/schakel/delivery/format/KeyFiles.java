package nl.schakel.delivery.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files whose pupil keys are numbers, and files whose keys only look like them. */
final class KeyFiles {
    /** Five numbers. */
    static final List<String> NUMBERS = List.of("123456782", "123456794", "123456800", "123456812", "123456824");

    private static final String NUMBER = NUMBERS.get(0);
    private static final String NO_NUMBER = "123456783";
    private static final List<String> NO_NUMBERS =
            List.of(NO_NUMBER, "123456795", "123456801", "123456813", "123456825");

    private KeyFiles() {}

    /** By title. */
    static Map<String, String> thatStayAtSchool() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("the own number", pupils(pupil(NUMBER, NUMBER)));
        files.put("the own number behind letters", pupils(pupil("BSN" + NUMBER, NUMBER)));
        files.put("the own number within more digits", pupils(pupil("9" + NUMBER + "1", NUMBER)));
        files.put("the number of a pupil further on", pupils(pupil(NUMBER, "") + pupil("k2", NUMBER)));
        files.put("the number of a pupil before", pupils(pupil("k1", NUMBER) + pupil(NUMBER, "")));
        files.put("a number with a typing error", pupils(pupil(NO_NUMBER, NO_NUMBER)));
        files.put("a number between blanks", pupils(pupil(NUMBER, " " + NUMBER + "\n")));
        files.put("an education number", pupils(pupil(NUMBER, NUMBER).replace("bsn", "onderwijsnummer")));
        files.put("five numbers of pupils without one", pupils(keys(NUMBERS)));
        files.put("five numbers and four alike", pupils(keys(NUMBERS) + keys(NO_NUMBERS.subList(0, 4))));
        files.put("five numbers among keys of another form", pupils(keys(NUMBERS) + others()));
        files.put("results of five numbers", results(NUMBERS));
        files.put("lines of five numbers", table(NUMBERS));
        files.put(
                "lines of five numbers behind letters",
                table(NUMBERS.stream().map(key -> "BSN-" + key).toList()));
        return files;
    }

    /** By title. */
    static Map<String, String> thatMayLeave() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("four numbers of pupils without one", pupils(keys(NUMBERS.subList(0, 4))));
        files.put("five numbers and five alike", pupils(keys(NUMBERS) + keys(NO_NUMBERS)));
        files.put(
                "keys of ten digits",
                pupils(keys(NUMBERS.stream().map(key -> key + "1").toList())));
        files.put("another number than the key", pupils(pupil(NUMBER, NUMBERS.get(1))));
        files.put("keys in sequence", pupils(keys(sequence())));
        files.put("results of one number", results(List.of(NUMBER, NUMBER, NUMBER, NUMBER, NUMBER)));
        files.put("lines of four numbers", table(NUMBERS.subList(0, 4)));
        files.put("lines of keys in sequence", table(sequence()));
        return files;
    }

    private static List<String> sequence() {
        return IntStream.range(0, 300)
                .mapToObj(i -> Integer.toString(700_000_001 + i))
                .toList();
    }

    private static String others() {
        return keys(IntStream.range(0, 30).mapToObj(i -> "K" + i).toList());
    }

    private static String keys(List<String> keys) {
        return keys.stream().map(key -> pupil(key, "")).collect(Collectors.joining());
    }

    private static String pupil(String key, String number) {
        return "<leerling key=\"" + key + "\"><geboortedatum>2012-06-21</geboortedatum><bsn>" + number
                + "</bsn></leerling>\n";
    }

    private static String pupils(String pupils) {
        return "<EDEX><school><schooljaar>2021-2022</schooljaar><brincode>99ZZ</brincode><xsdversie>2.1</xsdversie>"
                + "</school><leerlingen>\n" + pupils + "</leerlingen></EDEX>";
    }

    private static String results(List<String> keys) {
        List<String> sittings = new ArrayList<>();
        for (String key : keys) {
            sittings.add("<toetsafname><leerlingid>" + key + "</leerlingid><resultaten><resultaat key=\"" + key + "-"
                    + sittings.size() + "\"><afnamedatum>2022-01-25</afnamedatum><toetscode>RW</toetscode>"
                    + "<score>41</score></resultaat></resultaten></toetsafname>\n");
        }
        return "<leerresultaten_verzoek xmlns=\"" + ResultsReader.UWLR + "\"><school><schooljaar>2021-2022</schooljaar>"
                + "<brincode>99ZZ</brincode><aanmaakdatum>2022-02-14T10:00:00</aanmaakdatum>"
                + "<xsdversie>2.2</xsdversie></school><toetsafnames>\n"
                + String.join("", sittings)
                + "</toetsafnames><toetsen><toets><toetscode>RW</toetscode></toets></toetsen>"
                + "</leerresultaten_verzoek>";
    }

    private static String table(List<String> keys) {
        return keys.stream()
                .map(key -> key + ";ZIEN;welbevinden;2022-01-20;3,5\n")
                .collect(Collectors.joining("", "leerlingid;instrument;schaal;afnamedatum;score\n", ""));
    }
}
