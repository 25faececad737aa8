package nl.schakel.delivery.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Reveal;

/** The cases of the readers' tables as whole files, by table and title, and what a stripper in Java makes of a file. */
final class SpecFiles {
    private SpecFiles() {}

    static Map<String, String> all() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String table : List.of("pupils.txt", "results.txt", "social.txt")) {
            String text = Files.readString(Path.of("src/test/resources/delivery/spec", table));
            String[] parts = text.split("(?m)^## ", -1);
            for (int i = 1; i < parts.length; i++) {
                String title = parts[i].lines().findFirst().orElseThrow();
                String fragment = parts[i].lines()
                        .skip(1)
                        .filter(line -> !line.startsWith("=>") && !line.isEmpty())
                        .reduce("", (a, b) -> a.isEmpty() ? b : a + "\n" + b)
                        .replace("\\t", "\t")
                        .replace("\\s", " ")
                        .replace("\\long", "x".repeat(257));
                files.put(table + ": " + title, parts[0].strip().replace("...", fragment));
            }
        }
        return files;
    }

    static byte[] strip(byte[] file, LocalDate today) throws IOException {
        ByteArrayOutputStream stripped = new ByteArrayOutputStream();
        new SchoolFileStripper().strip(new ByteArrayInputStream(file), stripped, SpecFiles::inPlaceOf, today);
        return stripped.toByteArray();
    }

    /** The digits themselves stand for y. */
    static String inPlaceOf(Pgn number) {
        byte[] cid = number.canonical(Reveal.forKeyedHashing());
        byte[] digits = Arrays.copyOfRange(cid, 8, cid.length);
        return EvaluatedNumber.of(Arrays.copyOf(digits, EvaluatedNumber.LENGTH)).text();
    }
}
