package nl.schakel.release;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fetches a package on the researcher's machine and believes nothing: the signature over the encrypted file, the
 * authentication of every chunk, the signature over the manifest and the digest of every file are checked, and the folder
 * appears under its name only when all of it agrees.
 */
public final class FetchPackage {
    private final Decryption decryption;
    private final NoteCheck notes;
    private final PackageReader reader;

    /** Uses these tools. */
    public FetchPackage(Decryption decryption, NoteCheck notes, PackageReader reader) {
        this.decryption = decryption;
        this.notes = notes;
        this.reader = reader;
    }

    /**
     * What is fetched and with which keys.
     *
     * @param verificationKey of whom the signatures must be
     * @param folder where the package goes; made where missing
     */
    public record Order(ReleaseId release, String verificationKey, AgeIdentity identity, Path folder) {
        /** Where the encrypted file goes. */
        public Path sealedFile() {
            return folder.resolve("vrijgave-" + release + ".zip.age");
        }

        /** Where the files go. */
        public Path opened() {
            return folder.resolve("vrijgave-" + release);
        }
    }

    /**
     * Downloads, checks and unpacks.
     *
     * @throws PackageRejected where anything does not agree; then nothing is left behind
     */
    public PackageFacts fetch(PackageSource.Session source, Order order) throws IOException {
        requireFree(order);
        Files.createDirectories(order.folder());
        Path part = order.folder().resolve("." + order.release() + ".part");
        try {
            download(source, order, part);
            PackageFacts facts = open(part, order);
            Files.move(part, order.sealedFile());
            return facts;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void requireFree(Order order) {
        for (Path target : List.of(order.sealedFile(), order.opened())) {
            if (Files.exists(target)) {
                throw new PackageRejected("er staat al een " + target.getFileName() + " in de map");
            }
        }
    }

    private void download(PackageSource.Session source, Order order, Path part) throws IOException {
        String signed = notes.requireSigned(source.note(order.release()), order.verificationKey());
        try (MeasuredStream measured = new MeasuredStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            source.download(order.release(), measured);
            measured.flush();
            String expected = PackageNotes.sealed(order.release(), measured.digest(), measured.size());
            if (!expected.equals(signed)) {
                throw new PackageRejected("het versleutelde bestand is niet het bestand dat ondertekend is");
            }
        }
    }

    private PackageFacts open(Path sealed, Order order) throws IOException {
        Path staging = Files.createTempDirectory(order.folder(), ".uitpakken-");
        try (InputStream file = new BufferedInputStream(Files.newInputStream(sealed));
                InputStream clear = decryption.decrypting(file, order.identity())) {
            PackageFacts facts =
                    reader.unpack(clear, staging, note -> notes.requireSigned(note, order.verificationKey()));
            if (!facts.release().equals(order.release())) {
                throw new PackageRejected("het pakket hoort bij een andere vrijgave");
            }
            Files.move(staging, order.opened());
            return facts;
        } finally {
            deleteTree(staging);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
