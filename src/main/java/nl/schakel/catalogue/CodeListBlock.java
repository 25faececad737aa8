package nl.schakel.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a code list with its levels. */
final class CodeListBlock {
    private final List<List<Code>> levels = new ArrayList<>(List.of(new ArrayList<>()));
    private final List<Map<Integer, Integer>> parents = new ArrayList<>(List.of(new HashMap<>()));

    private CodeListBlock() {}

    static Groups read(CatalogueBlock block) {
        CodeListBlock list = new CodeListBlock();
        block.body().forEach(list::line);
        return list.groups();
    }

    private void line(String text) {
        if (text.equals("niveau")) {
            levels.add(new ArrayList<>());
            parents.add(new HashMap<>());
            return;
        }
        String[] parts = text.split("\\s*\\|\\s*", -1);
        int level = levels.size() - 1;
        if (parts.length != (level == 0 ? 3 : 4)) {
            throw new IllegalArgumentException("a code has Dutch, English and, on a level, its members: " + text);
        }
        int value = number(parts[0]);
        levels.get(level).add(new Code(value, new Label(parts[1], parts[2])));
        if (level > 0) {
            for (String member : parts[3].split("\\s+", -1)) {
                place(number(member), value);
            }
        }
    }

    private void place(int member, int group) {
        if (parents.get(parents.size() - 1).put(member, group) != null) {
            throw new IllegalArgumentException("code " + member + " stands in two groups");
        }
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("a code is a whole number from 0: " + text);
        }
        return Integer.parseInt(text);
    }

    private Groups groups() {
        for (List<Code> level : levels) {
            Set<Integer> seen = new HashSet<>();
            if (level.isEmpty() || !level.stream().allMatch(code -> seen.add(code.value()))) {
                throw new IllegalArgumentException("a level has codes, each once");
            }
        }
        List<Groups.GroupLevel> above = new ArrayList<>();
        for (int i = 1; i < levels.size(); i++) {
            above.add(new Groups.GroupLevel(levels.get(i), parents.get(i)));
        }
        return new Groups(levels.get(0), above);
    }
}
