package nl.schakel.startup.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a step of the start that needs libraries in a class loader of its own. On the launcher's class path they would go
 * before those of the server and the application: Flyway's JSON library, the cryptographic one, the product's own classes.
 */
final class Isolated {
    private static final List<String> MIGRATIONS = List.of(
            "schakel-launcher",
            "lib/flyway-core",
            "lib/flyway-database-postgresql",
            "lib/jackson-databind",
            "lib/jackson-core",
            "lib/jackson-annotations",
            "lib/postgresql");
    private static final List<String> LOG_STORE = List.of(
            "schakel-tools", "lib/bcprov-jdk18on", "lib/bcutil-jdk18on", "lib/bcpkix-jdk18on", "lib/postgresql");

    private Isolated() {}

    /** {@link Migrations#run(String, String)}. */
    static void migrations(DatabaseAccess access) {
        run(MIGRATIONS, Migrations.class, access.url(), access.password("schakel_migrator"));
    }

    /** {@link LogStore#run(String, String)}. */
    static void logStore(DatabaseAccess access) {
        run(LOG_STORE, LogStore.class, access.url(), access.password(LogStore.ROLE));
    }

    private static void run(List<String> jars, Class<?> step, String url, String password) {
        Path launcher = Launcher.jar();
        URL[] urls = jars.stream().map(jar -> url(launcher, jar)).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            loader.loadClass(step.getName())
                    .getMethod("run", String.class, String.class)
                    .invoke(null, url, password);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StartupFailure(String.valueOf(cause.getMessage()), cause);
        } catch (ReflectiveOperationException e) {
            throw new StartupFailure("De map met " + launcher + " is niet volledig.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path launcher, String jar) {
        try {
            return launcher.resolveSibling(jar + ".jar").toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
