package nl.schakel.pseudonym.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyId;

/**
 * Where the files of a step lie: those that were named, or in a rehearsal a folder with throw-away keys that is gone when
 * the step is over.
 */
record Workplace(HolderFiles files, List<Path> remove) implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The files that were named. */
    static Workplace of(HolderFiles files) {
        return new Workplace(files, List.of());
    }

    /** A folder of its own with a store of these throw-away keys; without keys there is no store. */
    static Workplace throwAway(Collection<KeyId> ids) {
        try {
            Path folder = Files.createTempDirectory("schakel-oefening-");
            HolderFiles files = new HolderFiles(folder.resolve("kluis"), folder.resolve("wachtzin"));
            byte[] phrase = new byte[24];
            RANDOM.nextBytes(phrase);
            KeyFiles.secretText(
                    files.passphrase(), "oefening " + Base64.getEncoder().encodeToString(phrase) + "\n");
            if (!ids.isEmpty()) {
                try (KeyEntries keys = drawn(new KeyEntries(), ids)) {
                    keys.writeTo(files);
                }
            }
            return new Workplace(files, List.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of a holder in a rehearsal. */
    static List<KeyId> usual(Holder holder) {
        List<String> names =
                switch (holder) {
                    case A -> List.of("oprf", "token");
                    case B -> List.of("link/1", "research/1");
                    case LOG -> List.of("subject/2026", "staff/2026", "checkpoint", "manifest");
                };
        return names.stream().map(KeyId::new).toList();
    }

    /** Draws new keys into the entries. */
    static KeyEntries drawn(KeyEntries keys, Collection<KeyId> ids) {
        for (KeyId id : ids) {
            switch (id.family()) {
                case "oprf" -> keys.withCurve(id.value(), RANDOM);
                case "checkpoint", "manifest" -> keys.withSigning(id.value(), RANDOM);
                default -> keys.withSecret(id.value(), RANDOM);
            }
        }
        return keys;
    }

    /** A file beside the store. */
    Path beside(String name) {
        return files.store().resolveSibling(name);
    }

    @Override
    public void close() {
        for (Path folder : remove) {
            try (Stream<Path> inside = Files.list(folder)) {
                inside.toList().forEach(KeyFiles::wipe);
                Files.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
