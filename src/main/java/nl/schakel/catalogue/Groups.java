package nl.schakel.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Codes in nested groups.
 *
 * @param codes the codes of level 0
 * @param above the levels above it, in order
 */
public record Groups(List<Code> codes, List<GroupLevel> above) implements Hierarchy {
    /** @throws IllegalArgumentException where a level does not place every group of the level below exactly once */
    public Groups {
        codes = List.copyOf(codes);
        above = List.copyOf(above);
        var below = values(codes);
        for (GroupLevel level : above) {
            if (!level.parents().keySet().equals(below)) {
                throw new IllegalArgumentException("a level places every group of the level below");
            }
            below = values(level.codes());
        }
    }

    private static Set<Integer> values(List<Code> codes) {
        return codes.stream().map(Code::value).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * One level above the codes.
     *
     * @param codes its groups
     * @param parents from each group of the level below to its group here
     */
    public record GroupLevel(List<Code> codes, Map<Integer, Integer> parents) {
        /** @throws IllegalArgumentException where a parent is no group of this level, or a group has no member */
        public GroupLevel {
            codes = List.copyOf(codes);
            parents = Map.copyOf(parents);
            if (!values(codes).equals(Set.copyOf(parents.values()))) {
                throw new IllegalArgumentException("every group has members, every member a group");
            }
        }
    }

    @Override
    public int levels() {
        return above.size() + 1;
    }

    /** The codes of a level. */
    public List<Code> codes(int level) {
        return level == 0 ? codes : above.get(level - 1).codes();
    }

    @Override
    public int at(int level, int value) {
        if (MissingCode.isMissing(value)) {
            return value;
        }
        int group = value;
        label(0, value);
        for (int step = 0; step < level; step++) {
            group = Objects.requireNonNull(above.get(step).parents().get(group));
        }
        return group;
    }

    @Override
    public Label label(int level, int value) {
        return codes(level).stream()
                .filter(code -> code.value() == value)
                .map(Code::label)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such code"));
    }

    @Override
    public double penalty(int level, int value, int span) {
        if (MissingCode.isMissing(value) || codes.size() == 1) {
            return 0;
        }
        long members =
                codes.stream().filter(code -> at(level, code.value()) == value).count();
        return (members - 1.0) / (codes.size() - 1.0);
    }
}
