package nl.schakel.startup.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the launcher itself must know before the server can read its configuration: the same keys, from a system property
 * ({@code schakel.http.poort}) or the environment ({@code SCHAKEL_HTTP_POORT}), in that order.
 */
public final class Settings {
    private final Map<String, String> environment;

    /** Reads from the given environment, system properties first. */
    public Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The value of a key, or empty. */
    public Optional<String> value(String key) {
        String property = System.getProperty(key);
        String name = key.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        return Optional.ofNullable(property == null ? environment.get(name) : property)
                .filter(v -> !v.isBlank());
    }

    /** The folder in which the embedded database and the unpacked server live. */
    public Path home() {
        return Path.of(value("schakel.thuis").orElse(System.getProperty("user.home") + "/.schakel"))
                .toAbsolutePath()
                .normalize();
    }

    /** The port of the only listener, 1 to 65535. @throws StartupFailure for anything else */
    public int port() {
        String text = value("schakel.http.poort").orElse("8080");
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartupFailure("SCHAKEL_HTTP_POORT moet een getal van 1 tot en met 65535 zijn.", e);
        }
        throw new StartupFailure("SCHAKEL_HTTP_POORT moet een getal van 1 tot en met 65535 zijn.");
    }

    /** The address of the only listener. */
    public String address() {
        return value("schakel.http.adres").orElse("127.0.0.1");
    }
}
