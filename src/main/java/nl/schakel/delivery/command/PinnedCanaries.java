package nl.schakel.delivery.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.schakel.pseudonym.BlindClient;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of the canaries as last seen, in a file of one line each: the public key, then the outcomes; while a change of
 * keys is open the same of the earlier key after them. A school that got them another way can write the file itself.
 *
 * @param heard the newest public key as the school heard it another way, or that and after a comma the earlier one; null where it
 *     heard none
 */
record PinnedCanaries(Path file, @Nullable String heard) {
    private static final Pattern KEY = Pattern.compile("0[23][0-9a-fA-F]{64}");

    /**
     * What may be expected. A new key is taken where the key that it replaces is the one seen before, and a person confirmed
     * it; without a file the one key that there is, or two that a person both confirmed: the earlier one is used just as well.
     * Whatever else differs from the file is refused.
     *
     * @throws BlindClient.NewKey where a person must confirm the new key first
     * @throws BlindClient.Distrusted where the service now publishes something else
     */
    List<Canaries> agreed(List<Canaries> published) throws IOException {
        List<String> keys = heard == null ? List.of() : List.of(heard.split(",", -1));
        if (!published(published, keys)) {
            throw new BlindClient.Distrusted(
                    "de dienst heeft een andere sleutel dan bij --nieuwe-sleutel staat; er is niets verstuurd, bel de beheerder");
        }
        String now = text(published);
        if (Files.notExists(file)) {
            if (published.size() > 1 && keys.size() < published.size()) {
                throw new BlindClient.NewKey(
                        "de dienst gaat over op een nieuwe sleutel en de vorige staat niet in " + file
                                + "; er is niets verstuurd, geef beide uit de brief van de privacyfunctionaris op met"
                                + " --nieuwe-sleutel NIEUWE,VORIGE");
            }
            Files.writeString(file, now);
            return published;
        }
        String before = tidied(Files.readString(file));
        if (!before.equals(now)) {
            requireSuccessor(published, before);
            Files.writeString(file, now);
        }
        return published;
    }

    private static boolean published(List<Canaries> published, List<String> keys) {
        return keys.size() <= published.size()
                && IntStream.range(0, keys.size()).allMatch(i -> keys.get(i)
                        .equalsIgnoreCase(published.get(i).publicKey()));
    }

    /** A school may have typed the file: line ends, spaces at the ends of lines and the case of a key do not count. */
    private static String tidied(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> KEY.matcher(line).matches() ? line.toLowerCase(Locale.ROOT) : line)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private void requireSuccessor(List<Canaries> published, String before) {
        String newest = text(published.get(0));
        if (published.size() == 1 && before.startsWith(newest)) {
            return; // the change was closed
        }
        if (published.size() == 1 || !before.startsWith(text(published.get(1)))) {
            throw new BlindClient.Distrusted("de dienst heeft een andere sleutel dan in " + file
                    + " staat; er is niets verstuurd, bel de beheerder");
        }
        if (heard == null) {
            throw new BlindClient.NewKey("de dienst gaat over op een nieuwe sleutel; er is niets verstuurd,"
                    + " geef de sleutel uit de brief van de privacyfunctionaris op met --nieuwe-sleutel");
        }
    }

    private static String text(List<Canaries> versions) {
        return versions.stream().map(PinnedCanaries::text).collect(Collectors.joining());
    }

    private static String text(Canaries canaries) {
        String outcomes = canaries.outputs().stream().map(EvaluatedNumber::text).collect(Collectors.joining("\n"));
        return canaries.publicKey() + "\n" + outcomes + "\n";
    }
}
