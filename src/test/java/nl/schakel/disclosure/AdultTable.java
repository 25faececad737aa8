package nl.schakel.disclosure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.catalogue.Code;
import nl.schakel.catalogue.Groups;
import nl.schakel.catalogue.Label;
import nl.schakel.samples.Samples;

/** The Adult data (30,162 persons, 9 attributes) with their hierarchies, all of them quasi-identifiers. */
final class AdultTable {
    private static final List<String> NAMES = List.of(
            "sex",
            "age",
            "race",
            "marital-status",
            "education",
            "native-country",
            "workclass",
            "occupation",
            "salary-class");

    private AdultTable() {}

    static PersonTable read() throws IOException {
        return first(Integer.MAX_VALUE);
    }

    /** The first persons only. */
    static PersonTable first(int persons) throws IOException {
        List<String[]> rows = lines("adult").stream().skip(1).limit(persons).toList();
        List<QuasiIdentifier> quasi = new ArrayList<>();
        for (int column = 0; column < NAMES.size(); column++) {
            List<String[]> ladder = lines("adult_hierarchy_" + NAMES.get(column));
            Map<String, Integer> codes = number(ladder, 0);
            int at = column;
            int[] values = rows.stream()
                    .mapToInt(row -> codes.getOrDefault(row[at], -1))
                    .toArray();
            quasi.add(QuasiIdentifier.of(NAMES.get(column), hierarchy(ladder), List.of(values)));
        }
        return PersonTable.of(rows.size(), quasi, List.of());
    }

    private static List<String[]> lines(String name) throws IOException {
        return Files.readAllLines(Samples.require("sdc/adult/" + name + ".csv"), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(";", -1))
                .toList();
    }

    private static Map<String, Integer> number(List<String[]> ladder, int level) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        ladder.forEach(row -> codes.putIfAbsent(row[level], codes.size()));
        return codes;
    }

    private static Groups hierarchy(List<String[]> ladder) {
        List<Groups.GroupLevel> above = new ArrayList<>();
        for (int level = 1; level < ladder.get(0).length; level++) {
            Map<String, Integer> below = number(ladder, level - 1);
            Map<String, Integer> here = number(ladder, level);
            Map<Integer, Integer> parents = new HashMap<>();
            for (String[] row : ladder) {
                parents.put(below.get(row[level - 1]), here.get(row[level]));
            }
            above.add(new Groups.GroupLevel(codes(here), parents));
        }
        return new Groups(codes(number(ladder, 0)), above);
    }

    private static List<Code> codes(Map<String, Integer> numbers) {
        return numbers.entrySet().stream()
                .map(entry -> new Code(entry.getValue(), new Label(entry.getKey(), entry.getKey())))
                .toList();
    }
}
