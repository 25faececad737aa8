package nl.schakel.pseudonym.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import nl.schakel.pseudonym.CeremonyDesk;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;
import nl.schakel.pseudonym.KeyWish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The two custodians of a step. With a service each gives a token; before there is a service both are named in minutes,
 * which are registered later.
 */
final class Custodians {
    private static final int PAIR = 2;

    @Option(names = "--url", description = "Adres van de dienst, bijvoorbeeld https://schakel.example")
    private @Nullable URI url;

    @Option(
            names = "--token-bestand",
            description =
                    "Bestand met het API-token van een bewaarder; twee keer: eerst wie voorstelt, dan wie bevestigt.")
    private List<Path> tokenFiles = List.of();

    @Option(names = "--notulen", description = "In plaats van de dienst: het bestand waar de handeling in komt.")
    private @Nullable Path minutes;

    @Option(names = "--bewaarder", description = "Bij --notulen: de naam van een bewaarder; twee keer.")
    private List<String> names = List.of();

    @Option(names = "--oefening", description = "Alles met wegwerpsleutels, die daarna weer weg zijn.")
    private boolean rehearsal;

    /** Whether it is all done with throw-away keys. */
    boolean rehearsal() {
        return rehearsal;
    }

    /** @throws CeremonyFailed unless there are two custodians and a place to record what they do */
    void require() {
        if (minutes != null) {
            if (names.size() != PAIR
                    || new HashSet<>(names).size() != PAIR
                    || names.stream().anyMatch(String::isBlank)) {
                throw new CeremonyFailed("noem met --bewaarder twee verschillende bewaarders");
            }
        } else if (url == null || tokenFiles.size() != PAIR) {
            throw new CeremonyFailed("geef --url en twee keer --token-bestand, of --notulen en twee keer --bewaarder");
        }
    }

    /** Has both take the step. @throws CeremonyFailed where the service refuses it */
    void take(Holder holder, KeyAct act, Map<String, String> keys) {
        require();
        if (minutes != null) {
            write(minutes, holder, act, keys);
        } else if (url != null) {
            CeremonyDesk.Table table =
                    new CeremonyDesk.Table(url, KeyFiles.line(tokenFiles.get(0)), KeyFiles.line(tokenFiles.get(1)));
            desk().take(table, new KeyWish(act.code(), keys, rehearsal));
        }
    }

    static CeremonyDesk desk() {
        return ServiceLoader.load(CeremonyDesk.class).findFirst().orElseThrow();
    }

    /** One line: moment, act, holder, keys with check values, custodians. */
    private void write(Path file, Holder holder, KeyAct act, Map<String, String> keys) {
        StringBuilder line = new StringBuilder();
        line.append(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
        line.append(rehearsal ? " oefening " : " ")
                .append(act.code())
                .append(' ')
                .append(holder.code());
        new TreeMap<>(keys)
                .forEach((id, checkValue) ->
                        line.append(' ').append(id).append('=').append(checkValue));
        line.append(" door ").append(String.join(" en ", names)).append('\n');
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new CeremonyFailed("de notulen " + file + " kunnen niet worden geschreven", e);
        }
    }
}
