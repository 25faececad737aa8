package nl.schakel.pseudonym.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import nl.schakel.pseudonym.CeremonyDesk;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;
import nl.schakel.pseudonym.KeyWish;
import nl.schakel.pseudonym.LostPersons;
import nl.schakel.pseudonym.StepMinutes;
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
                    || !names.stream().allMatch(StepMinutes::isName)) {
                throw new CeremonyFailed("noem met --bewaarder twee verschillende bewaarders");
            }
        } else if (url == null || tokenFiles.size() != PAIR) {
            throw new CeremonyFailed("geef --url en twee keer --token-bestand, of --notulen en twee keer --bewaarder");
        }
    }

    /** Two free names are enough for minutes: so they are taken only where no service can exist yet. */
    void requireService() {
        require();
        if (minutes != null) {
            throw refused();
        }
    }

    /** Minutes are for the first keys of a holder: {@code first} says that there is no store yet. */
    void requireServiceUnless(boolean first) {
        require();
        if (minutes != null && !first) {
            throw refused();
        }
    }

    /** Minutes are for the reserve copy of the keys whose making stands in them. */
    void requireServiceUnlessMade(Holder holder, Map<String, String> keys) {
        require();
        if (minutes != null && !rehearsal && !new Minutes(minutes).tellOfMaking(holder, keys)) {
            throw refused();
        }
    }

    private static CeremonyFailed refused() {
        return new CeremonyFailed("--notulen kan alleen bij create van een nieuwe kluis, en bij split van die kluis"
                + " zolang de notulen niet zijn vastgelegd; geef --url en twee keer --token-bestand");
    }

    /** Has both take the step. @throws CeremonyFailed where the service refuses it */
    void take(Holder holder, KeyAct act, Map<String, String> keys) {
        require();
        KeyWish wish = new KeyWish(act.code(), keys, rehearsal);
        if (minutes != null) {
            new Minutes(minutes).add(holder, wish, names);
        } else {
            tell(wish);
        }
    }

    /** Has both take it at the service, and answers the keys that it put in force. */
    List<String> tell(KeyWish wish) {
        return desk().take(table(), wish);
    }

    /** The persons that closing the change of keys loses, as the service counts them. */
    LostPersons lost() {
        return desk().lost(table());
    }

    private CeremonyDesk.Table table() {
        requireService();
        return new CeremonyDesk.Table(
                Objects.requireNonNull(url), KeyFiles.line(tokenFiles.get(0)), KeyFiles.line(tokenFiles.get(1)));
    }

    static CeremonyDesk desk() {
        return ServiceLoader.load(CeremonyDesk.class).findFirst().orElseThrow();
    }
}
