package nl.schakel.audit.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bundle as lines, to be changed by somebody who has no key. Lines are counted from 1. */
final class Lines {
    private final List<String> lines;

    Lines(String bundle) {
        this.lines = new ArrayList<>(
                Arrays.asList(bundle.substring(0, bundle.length() - 1).split("\n", -1)));
    }

    Lines change(int line, UnaryOperator<String> how) {
        lines.set(line - 1, how.apply(lines.get(line - 1)));
        return this;
    }

    Lines change(int line, String before, String after) {
        return change(line, text -> {
            if (!text.contains(before)) {
                throw new IllegalArgumentException("line " + line + " has no " + before);
            }
            return text.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after));
        });
    }

    Lines drop(int line) {
        lines.remove(line - 1);
        return this;
    }

    Lines insert(int line, String text) {
        lines.add(line - 1, text);
        return this;
    }

    Lines swap(int line, int other) {
        Collections.swap(lines, line - 1, other - 1);
        return this;
    }

    Lines cut(int count) {
        lines.subList(count, lines.size()).clear();
        return this;
    }

    /** The first line that begins with this. */
    int find(String start) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no line begins with " + start);
    }

    String line(int line) {
        return lines.get(line - 1);
    }

    int count() {
        return lines.size();
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
