package nl.schakel.delivery.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import nl.schakel.pseudonym.BlindClient;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;

/**
 * The outcomes of the canaries as first seen, in a file of one line each: the public key, then the outcomes. A school that
 * got them another way can write the file itself.
 */
record PinnedCanaries(Path file) {
    /** What may be expected. @throws BlindClient.Distrusted where the service now publishes something else */
    Canaries agreed(Canaries published) throws IOException {
        if (Files.notExists(file)) {
            Files.writeString(file, text(published));
        } else if (!Files.readString(file).equals(text(published))) {
            throw new BlindClient.Distrusted("de dienst heeft een andere sleutel dan in " + file
                    + " staat; er is niets verstuurd, bel de beheerder");
        }
        return published;
    }

    private static String text(Canaries canaries) {
        String outcomes = canaries.outputs().stream().map(EvaluatedNumber::text).collect(Collectors.joining("\n"));
        return canaries.publicKey() + "\n" + outcomes + "\n";
    }
}
