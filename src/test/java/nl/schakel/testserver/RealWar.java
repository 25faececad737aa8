package nl.schakel.testserver;

import java.io.File;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The packaged application as a test archive, with the test's own classes added. */
public final class RealWar {
    private RealWar() {}

    /** The real WAR under a name of its own, with the given test classes and what they assert with inside. */
    public static WebArchive with(String name, Class<?>... tests) {
        return ShrinkWrap.create(ZipImporter.class, name + ".war")
                .importFrom(new File("target/schakel.war"))
                .as(WebArchive.class)
                .addClasses(tests)
                .addAsLibraries(library(Assertions.class));
    }

    private static File library(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
