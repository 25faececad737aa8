package nl.schakel.startup.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks, before anything starts, whether the three holders' files lie where the configuration says. Without the log holder's
 * keys nothing can be recorded, so nothing starts; without those of A or B the service starts suspended. A hardware
 * token stands in the place of a store, a socket in the place of both files of A. What is inside is checked by the application.
 */
final class KeyFiles {
    private final Settings settings;

    KeyFiles(Settings settings) {
        this.settings = settings;
    }

    /**
     * One line for each file of holders A and B that is missing.
     *
     * @throws StartupFailure where one of the log holder is missing
     */
    List<String> missing() {
        missing("log").stream().findFirst().ifPresent(first -> {
            throw new StartupFailure(first);
        });
        List<String> missing = new ArrayList<>(missing("a"));
        missing.addAll(missing("b"));
        return missing;
    }

    private List<String> missing(String holder) {
        List<String> missing = new ArrayList<>();
        String prefix = "schakel.sleutels." + holder + ".";
        Optional<Path> process = settings.value(prefix + "dienst").map(Path::of);
        if (holder.equals("a") && process.isPresent()) {
            return Files.exists(process.get())
                    ? missing
                    : List.of("De sleuteldienst van houder a ontbreekt: er is geen socket " + process.get() + " van "
                            + prefix + "dienst.");
        }
        boolean token = settings.value(prefix + "pkcs11-bestand").isPresent();
        for (String key : List.of(prefix + (token ? "pkcs11-bestand" : "bestand"), prefix + "wachtzin-bestand")) {
            Optional<Path> file = settings.value(key).map(Path::of);
            if (file.isEmpty()) {
                missing.add("De sleutels van houder " + holder + " ontbreken: stel " + key + " in.");
            } else if (!Files.isReadable(file.get())) {
                missing.add("De sleutels van houder " + holder + " ontbreken: het bestand " + file.get() + " van " + key
                        + " kan niet worden gelezen.");
            }
        }
        return missing;
    }
}
