package nl.schakel.release.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import nl.schakel.audit.Signatures;
import nl.schakel.platform.work.Subcommand;
import nl.schakel.release.AgeIdentity;
import nl.schakel.release.Decryption;
import nl.schakel.release.FetchPackage;
import nl.schakel.release.NoteCheck;
import nl.schakel.release.PackageFacts;
import nl.schakel.release.PackageReader;
import nl.schakel.release.PackageRejected;
import nl.schakel.release.PackageSource;
import nl.schakel.release.ReleaseId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code schakel haal}: fetches, checks, decrypts and unpacks a package; exit code 0 only when everything agrees. */
@Command(
        name = "haal",
        aliases = "fetch",
        mixinStandardHelpOptions = true,
        description = "Haalt een vrijgave op, controleert alles en pakt haar uit.")
public final class FetchCommand implements Subcommand {
    @Parameters(paramLabel = "VRIJGAVE", description = "Het nummer van de vrijgave.")
    private String release = "";

    @Option(
            names = "--url",
            required = true,
            description = "Het adres van de dienst, bijvoorbeeld https://schakel.example")
    private URI url = URI.create("");

    @Option(names = "--token-bestand", required = true, description = "Bestand met uw API-token.")
    private Path tokenFile = Path.of("");

    @Option(names = "--sleutel", required = true, description = "Bestand van schakel sleutelpaar.")
    private Path keyFile = Path.of("");

    @Option(names = "--naar", required = true, description = "De map waar het pakket komt.")
    private Path folder = Path.of("");

    @Option(
            names = "--ondertekenaar",
            description = "Bestand met de publieke sleutel van de ondertekenaar, langs een andere weg gekregen.")
    private @Nullable Path signerFile;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        ReleaseId id = ReleaseId.parse(release.strip())
                .orElseThrow(() -> new PackageRejected("dit is geen nummer van een vrijgave"));
        PackageSource.Session source =
                tool(PackageSource.class).at(url, text(tokenFile).strip());
        FetchPackage.Order order = new FetchPackage.Order(
                id, reading(() -> signer(source)).strip(), AgeIdentity.inFile(text(keyFile)), folder);
        NoteCheck notes = new NoteCheck(tool(Signatures.class));
        FetchPackage fetch = new FetchPackage(tool(Decryption.class), notes, tool(PackageReader.class));
        PackageFacts facts = reading(() -> fetch.fetch(source, order));
        print(out, facts, order);
    }

    private String signer(PackageSource.Session source) throws IOException {
        if (signerFile != null) {
            return Files.readString(signerFile);
        }
        spec.commandLine()
                .getErr()
                .println("Let op: zonder --ondertekenaar komt de sleutel van de dienst zelf. Vergelijk hem langs een"
                        + " andere weg.");
        return source.verificationKey();
    }

    private static void print(PrintWriter out, PackageFacts facts, FetchPackage.Order order) {
        out.println("Het pakket klopt.");
        out.println("  onderzoek      " + facts.study());
        out.println("  vrijgave       " + facts.release());
        out.println("  leerlingen     " + facts.pupils());
        out.println("  kolommen       " + facts.columns());
        out.println("  bestanden      " + facts.files() + ", van elk is het controlegetal juist");
        out.println("  gemaakt op     " + facts.builtAt());
        out.println("  bewaren tot    " + facts.endDate());
        out.println("  ondertekenaar  " + order.verificationKey());
        out.println("  map            " + order.opened());
    }

    private static String text(Path file) {
        return reading(() -> {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new PackageRejected("het bestand " + file + " is niet te lezen", e);
            }
        });
    }

    private static <T> T reading(Callable<T> work) {
        try {
            return work.call();
        } catch (PackageRejected e) {
            throw e;
        } catch (IOException e) {
            throw new PackageRejected("het pakket kon niet worden opgehaald of is veranderd", e);
        } catch (Exception e) {
            throw new IllegalStateException("het pakket kon niet worden opgehaald", e);
        }
    }

    private static <T> T tool(Class<T> type) {
        return ServiceLoader.load(type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " ontbreekt op het klassepad"));
    }
}
