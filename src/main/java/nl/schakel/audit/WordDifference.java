package nl.schakel.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * What changed between two texts, word by word: the words of both in one order, the fewest of them as gone or new.
 *
 * @param parts runs of words, no two of one kind after each other; the kept and gone ones are the old text, the kept and new
 *     ones the new text
 */
public record WordDifference(List<Part> parts) {
    /** What became of words. */
    public enum Kind {
        KEPT,
        GONE,
        NEW
    }

    /** Words, single spaces between them. */
    public record Part(Kind kind, String words) {}

    /** The difference; the time taken grows with the product of the lengths. */
    public static WordDifference between(String old, String now) {
        String[] a = old.strip().split("\\s+");
        String[] b = now.strip().split("\\s+");
        int[][] common = common(a, b);
        List<Part> parts = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (i < a.length && j < b.length && a[i].equals(b[j])) {
                add(parts, Kind.KEPT, a[i]);
                i++;
                j++;
            } else if (j == b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1])) {
                add(parts, Kind.GONE, a[i++]);
            } else {
                add(parts, Kind.NEW, b[j++]);
            }
        }
        return new WordDifference(List.copyOf(parts));
    }

    /** How many words the rest of a from i and that of b from j have in common, in their order. */
    private static int[][] common(String[] a, String[] b) {
        int[][] common = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                common[i][j] =
                        a[i].equals(b[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(List<Part> parts, Kind kind, String word) {
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).kind() == kind) {
            parts.set(last, new Part(kind, parts.get(last).words() + " " + word));
        } else {
            parts.add(new Part(kind, word));
        }
    }
}
