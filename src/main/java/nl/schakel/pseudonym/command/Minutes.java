package nl.schakel.pseudonym.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyWish;
import nl.schakel.pseudonym.StepMinutes;

/**
 * Minutes of steps that were taken before there was a service: a text file with a line for each step, which nothing
 * changes afterwards. Which lines were registered stands in a file beside it.
 */
record Minutes(Path file) {
    private static final String KEYS = "(?: [a-z]+(?:/[0-9]+)?=[0-9a-f]*)*";
    private static final Pattern LINE =
            Pattern.compile("(\\S+) (oefening )?([a-z-]+) (a|b|log)(" + KEYS + ") door (.+) en (.+)");

    /** A step as it was minuted. */
    record Line(String text, Holder holder, KeyWish wish) {}

    /** The step that is taken now. @throws CeremonyFailed where it cannot be written */
    void add(Holder holder, KeyWish wish, List<String> custodians) {
        StringBuilder line = new StringBuilder();
        line.append(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
        line.append(wish.rehearsal() ? " oefening " : " ")
                .append(wish.act())
                .append(' ')
                .append(holder.code());
        new TreeMap<>(wish.keys())
                .forEach((id, checkValue) ->
                        line.append(' ').append(id).append('=').append(checkValue));
        line.append(" door ").append(String.join(" en ", custodians));
        append(file, line.toString());
    }

    /** All steps. @throws CeremonyFailed naming the line that is none */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String text : KeyFiles.text(file).lines().toList()) {
            int number = lines.size() + 1;
            lines.add(line(text)
                    .orElseThrow(() -> new CeremonyFailed("notulen, regel " + number
                            + ": de regel heeft een andere vorm, of is geen handeling van voor de dienst er was")));
        }
        return lines;
    }

    /** The step of a line, where two custodians can have taken it before there was a service. */
    private static Optional<Line> line(String text) {
        Matcher parts = LINE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Holder holder = Holder.parse(parts.group(4)).orElseThrow();
        Map<String, String> keys = keys(parts.group(5));
        StepMinutes minutes = new StepMinutes(parts.group(1), List.of(parts.group(6), parts.group(7)));
        KeyWish wish = new KeyWish(parts.group(3), keys, parts.group(2) != null, Optional.of(minutes));
        boolean possible =
                KeyAct.parse(wish.act()).filter(KeyAct::beforeService).isPresent()
                        && keys.keySet().stream().allMatch(id -> isOf(holder, id));
        return possible ? Optional.of(new Line(text, holder, wish)) : Optional.empty();
    }

    private static Map<String, String> keys(String text) {
        Map<String, String> keys = new TreeMap<>();
        for (String key : text.strip().split(" ", -1)) {
            int equals = key.indexOf('=');
            if (equals > 0) {
                keys.put(key.substring(0, equals), key.substring(equals + 1));
            }
        }
        return keys;
    }

    private static boolean isOf(Holder holder, String id) {
        return KeyId.parse(id).filter(key -> key.holder() == holder).isPresent();
    }

    /** Whether these minutes hold the making of exactly these keys, not yet registered with a service. */
    boolean tellOfMaking(Holder holder, Map<String, String> keys) {
        if (!Files.exists(file)) {
            return false;
        }
        List<String> registered = registered();
        return lines().stream()
                .filter(line -> line.holder() == holder && !line.wish().rehearsal())
                .filter(line -> line.wish().act().equals(KeyAct.CREATE.code()))
                .anyMatch(line -> line.wish().keys().equals(keys) && !registered.contains(line.text()));
    }

    /** The lines that were registered with a service. */
    List<String> registered() {
        Path beside = beside();
        return Files.exists(beside) ? KeyFiles.text(beside).lines().toList() : List.of();
    }

    /** The line is registered from now on. @throws CeremonyFailed where it cannot be written */
    void register(Line line) {
        append(beside(), line.text());
    }

    private Path beside() {
        return file.resolveSibling(file.getFileName() + ".vastgelegd");
    }

    private static void append(Path to, String line) {
        try {
            Files.writeString(to, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new CeremonyFailed("de notulen " + to + " kunnen niet worden geschreven", e);
        }
    }
}
