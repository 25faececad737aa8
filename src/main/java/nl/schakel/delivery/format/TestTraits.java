package nl.schakel.delivery.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.delivery.TestDomain;
import nl.schakel.delivery.TestMoment;

/**
 * What a test measures, in which grade and at which moment, from the texts that a definition has: subject, name, code. The
 * words are data ({@code tests.csv}); the first line that fits decides, the subject before the name before the code. A
 * test that no line fits stays unknown.
 */
record TestTraits(TestDomain domain, Optional<String> grade, TestMoment moment) {
    private static final Pattern MARK = Pattern.compile("(?:^|[^A-Za-z0-9])([BME])([3-8])(?:$|[^A-Za-z0-9])");
    private static final List<Word> WORDS = words();

    private record Word(TestDomain domain, boolean inCode, Pattern pattern) {}

    static TestTraits of(String subject, String name, String code, String schoolGrade) {
        TestDomain domain = domain(subject, false)
                .or(() -> domain(name, false))
                .or(() -> domain(code, true))
                .orElse(TestDomain.UNKNOWN);
        Optional<Matcher> mark = mark(name).or(() -> mark(code));
        Optional<String> grade = schoolGrade.matches("[3-8]") ? Optional.of(schoolGrade) : mark.map(m -> m.group(2));
        return new TestTraits(domain, grade, mark.map(m -> moment(m.group(1))).orElse(TestMoment.UNKNOWN));
    }

    private static Optional<TestDomain> domain(String text, boolean isCode) {
        String folded = text.toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(word ->
                        word.inCode == isCode && word.pattern.matcher(folded).find())
                .map(Word::domain)
                .findFirst();
    }

    private static Optional<Matcher> mark(String text) {
        Matcher mark = MARK.matcher(text);
        return mark.find() ? Optional.of(mark) : Optional.empty();
    }

    private static TestMoment moment(String letter) {
        return switch (letter) {
            case "B" -> TestMoment.BEGIN;
            case "M" -> TestMoment.MIDDLE;
            default -> TestMoment.END;
        };
    }

    private static List<Word> words() {
        List<Word> words = new ArrayList<>();
        try (InputStream table = Objects.requireNonNull(TestTraits.class.getResourceAsStream("tests.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    words.add(word(line.split(";", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(words);
    }

    private static Word word(String[] fields) {
        TestDomain domain = List.of(TestDomain.values()).stream()
                .filter(known -> known.dutch().equals(fields[0]))
                .findFirst()
                .orElseThrow();
        boolean inCode = fields[1].equals("code");
        String text = Pattern.quote(fields[2]);
        return new Word(domain, inCode, Pattern.compile(inCode ? "^" + text + "(?:[^a-z]|$)" : text));
    }
}
