package nl.schakel.audit;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a witness as files in a folder: of each log the last checkpoint, as a note. A file is replaced whole and written through
 * to the disk. One witness at a time has the folder.
 */
public final class WitnessFolder implements WitnessMemory, AutoCloseable {
    private static final String LAST = ".controlepunt";
    private static final String CONTRADICTION = ".tegenspraak";

    private final Path folder;
    private final FileChannel lock;

    private WitnessFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * The memory in an existing folder.
     *
     * @throws EvidenceRejected where another witness has it
     */
    public static WitnessFolder open(Path folder) {
        try {
            FileChannel channel = FileChannel.open(folder.resolve("slot"), CREATE, WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new EvidenceRejected("de map is in gebruik bij een andere getuige");
            }
            return new WitnessFolder(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public Optional<Checkpoint> last(String origin) {
        Path file = file(origin, LAST);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            return Optional.of(
                    Checkpoint.read(Note.read(Files.readAllBytes(file)).text())
                            .filter(checkpoint -> checkpoint.origin().equals(origin))
                            .orElseThrow(() -> new EvidenceRejected("het bewaarde controlepunt is beschadigd")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remember(Note checkpoint) {
        replace(file(origin(checkpoint), LAST), checkpoint.value());
    }

    @Override
    public void keepContradiction(Note checkpoint) {
        Path file = file(origin(checkpoint), CONTRADICTION);
        if (!Files.exists(file)) {
            replace(file, checkpoint.value());
        }
    }

    private static String origin(Note checkpoint) {
        return checkpoint.text().substring(0, checkpoint.text().indexOf('\n'));
    }

    /** The name of a log may hold anything; a hash of it is the name of a file everywhere. */
    private Path file(String origin, String kind) {
        byte[] hash = TreeHash.sha256().digest(origin.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(hash) + kind);
    }

    private void replace(Path file, String text) {
        Path next = file.resolveSibling(file.getFileName() + ".nieuw");
        try {
            try (FileChannel out = FileChannel.open(next, CREATE, TRUNCATE_EXISTING, WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
            // the name in the folder is written through as well
            try (FileChannel names = FileChannel.open(folder, READ)) {
                names.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the folder to another witness. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
