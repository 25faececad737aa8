package nl.schakel.startup.command;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Payara Micro with one listener and nothing else: no clustering, no H2 port, no health, metrics or OpenAPI endpoints on
 * the application's port, no version in its answers.
 */
final class Server {
    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.";
    private static final String HTTP =
            "configs.config.server-config.network-config.protocols.protocol.http-listener.http.";
    private final Settings settings;
    private final Path home;
    private @Nullable PayaraMicroRuntime runtime;

    Server(Settings settings, Path home) {
        this.settings = settings;
        this.home = home;
    }

    void start() {
        try {
            Path unpacked = Files.createDirectories(home.resolve("server"));
            PayaraMicro.setUpackedJarDir(unpacked.toFile());
            System.setProperty("hazelcast.phone.home.enabled", "false");
            PayaraMicro micro = PayaraMicro.getInstance();
            micro.setPreBootHandler(this::configure);
            runtime = micro.setNoCluster(true)
                    .setNoHazelcast(true)
                    .setHttpPort(settings.port())
                    .setPrintLogo(false)
                    .setLogPropertiesFile(logging(home))
                    .bootStrap();
        } catch (IOException e) {
            throw new StartupFailure("De map " + home + " is niet te beschrijven.", e);
        } catch (BootstrapException e) {
            throw new StartupFailure("De server start niet: " + e.getMessage(), e);
        }
    }

    private static File logging(Path home) throws IOException {
        Path file = home.resolve("logging.properties");
        try (InputStream properties = Objects.requireNonNull(Server.class.getResourceAsStream("logging.properties"))) {
            Files.copy(properties, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file.toFile();
    }

    void deploy(String name, String contextRoot, Path war) {
        PayaraMicroRuntime running = Objects.requireNonNull(runtime, "runtime");
        running.deploy(name, contextRoot, war.toFile());
        // deploy() answers true for a failed deployment as well
        if (!running.getDeployedApplicationNames().contains(name)) {
            throw new StartupFailure("De toepassing kon niet worden gestart; zie de regels hierboven.");
        }
    }

    void undeploy(String name) {
        Objects.requireNonNull(runtime, "runtime").undeploy(name);
    }

    private void configure(AdminCommandRunner runner) {
        List<String> settingsToMake = List.of(
                LISTENER + "address=" + settings.address(),
                HTTP + "xpowered-by=false",
                HTTP + "server-header=false",
                HTTP + "trace-enabled=false",
                HTTP + "request-timeout-seconds=-1",
                // style sheets only: compressed pages would tell the length of the secrets in them
                HTTP + "compression=on",
                HTTP + "compressable-mime-type=text/css,image/svg+xml",
                "configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
                "resources.jdbc-connection-pool.H2Pool.property.URL=jdbc:h2:mem:payara;DB_CLOSE_DELAY=-1");
        for (String setting : settingsToMake) {
            runner.run("set", setting);
        }
        runner.run("set", "configs.config.server-config.microprofile-metrics-configuration.enabled=false");
        runner.run("set-openapi-configuration", "--enabled=false");
        runner.run("set-microprofile-healthcheck-configuration", "--enabled=false");
    }

    void stop() {
        PayaraMicroRuntime running = runtime;
        if (running != null) {
            runtime = null;
            try {
                running.shutdown();
            } catch (BootstrapException e) {
                System.err.println("De server stopte niet netjes: " + e.getMessage());
            }
        }
    }
}
