package nl.schakel.release.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ServiceLoader;
import nl.schakel.platform.work.Subcommand;
import nl.schakel.release.AgeKeyPair;
import nl.schakel.release.Decryption;
import nl.schakel.release.PackageRejected;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code schakel sleutelpaar}: makes the researcher's own key pair; the secret half never leaves the machine. */
@Command(
        name = "sleutelpaar",
        mixinStandardHelpOptions = true,
        description = "Maakt een sleutelpaar voor het ontvangen van gegevens en toont de publieke sleutel.")
public final class KeyPairCommand implements Subcommand {
    @Option(names = "--uit", required = true, paramLabel = "BESTAND", description = "Waar de geheime sleutel komt.")
    private Path file = Path.of("sleutel.txt");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        AgeKeyPair pair = ServiceLoader.load(Decryption.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("age ontbreekt op het klassepad"))
                .newKeyPair();
        String content = "# publieke sleutel: " + pair.recipient() + "\n"
                + pair.identity().reveal() + "\n";
        write(content);
        spec.commandLine().getOut().println(pair.recipient());
        spec.commandLine()
                .getErr()
                .println("Bewaar " + file + " goed: zonder dit bestand zijn pakketten niet te openen. Deel het nooit.");
    }

    private void write(String content) {
        try {
            Files.createFile(file, ownerOnly());
            Files.writeString(file, content);
        } catch (FileAlreadyExistsException e) {
            throw new PackageRejected("het bestand " + file + " bestaat al; het wordt niet overschreven", e);
        } catch (IOException e) {
            throw new UncheckedIOException("het bestand " + file + " kan niet geschreven worden", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
