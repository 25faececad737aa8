package nl.schakel.startup.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs {@link Migrations} in a class loader of its own. Flyway brings a JSON library which the server has in another
 * version; on the launcher's class path it would replace the server's.
 */
final class IsolatedMigrations {
    private static final List<String> JARS = List.of(
            "flyway-core",
            "flyway-database-postgresql",
            "jackson-databind",
            "jackson-core",
            "jackson-annotations",
            "postgresql");

    private IsolatedMigrations() {}

    static void run(DatabaseAccess access) {
        Path launcher = Launcher.jar();
        Path lib = launcher.resolveSibling("lib");
        URL[] urls = Stream.concat(Stream.of(launcher), JARS.stream().map(jar -> lib.resolve(jar + ".jar")))
                .map(IsolatedMigrations::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            loader.loadClass(Migrations.class.getName())
                    .getMethod("run", String.class, String.class)
                    .invoke(null, access.url(), access.password("schakel_migrator"));
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StartupFailure(String.valueOf(cause.getMessage()), cause);
        } catch (ReflectiveOperationException e) {
            throw new StartupFailure("De map " + lib + " is niet volledig.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
