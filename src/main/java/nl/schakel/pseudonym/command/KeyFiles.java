package nl.schakel.pseudonym.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.pseudonym.CeremonyFailed;

/** Work on the files of a ceremony: every new file is for its owner only, a store is replaced whole or not at all. */
final class KeyFiles {
    private static final int CHUNK = 1 << 13;
    private static final int SET_LENGTH = 8;

    private KeyFiles() {}

    /** The keys of a store. @throws CeremonyFailed where it does not open */
    static KeyEntries read(HolderFiles files) {
        try {
            return KeyEntries.read(files);
        } catch (KeysUnavailable e) {
            throw new CeremonyFailed(e.told(), e);
        }
    }

    /**
     * Puts a store with these keys in the place of the old one: written beside it, opened and compared, agreed, then moved
     * in one step. The old one stays beside it as {@code .oud}.
     *
     * @param going files that are wiped once it is agreed, an earlier {@code .oud} among them perhaps
     * @param agreed what must succeed before the new store takes the place of the old one
     * @return the old store, if there was one
     */
    static Optional<Path> replace(HolderFiles files, KeyEntries keys, List<Path> going, Runnable agreed) {
        Path old = sibling(files.store(), ".oud");
        Path fresh = sibling(files.store(), ".nieuw");
        requireGone(old, going);
        try {
            write(keys, new HolderFiles(fresh, files.passphrase()));
            agreed.run();
            going.forEach(KeyFiles::wipe);
            boolean existed = Files.exists(files.store());
            if (existed) {
                Files.copy(files.store(), old, StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.move(fresh, files.store(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return existed ? Optional.of(old) : Optional.empty();
        } catch (IOException e) {
            throw new CeremonyFailed("de kluis " + files.store() + " kan niet worden vervangen", e);
        } finally {
            wipe(fresh);
        }
    }

    private static void write(KeyEntries keys, HolderFiles files) {
        try {
            keys.writeTo(files);
        } catch (KeysUnavailable e) {
            throw new CeremonyFailed(e.told(), e);
        }
        KeyEntries written = read(files);
        Map<String, String> expected = keys.checkValues();
        if (!written.checkValues().equals(expected)) {
            throw new CeremonyFailed("wat er is geschreven in " + files.store() + " klopt niet");
        }
        written.close();
    }

    private static void requireGone(Path old, List<Path> going) {
        boolean named = going.stream().anyMatch(file -> same(file, old));
        if (!named && Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
            throw new CeremonyFailed(
                    "er staat nog een vorige kluis " + old + ": wis die eerst, met schakel keys destroy --wis " + old);
        }
    }

    /** Whether both name the same file. */
    static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /** Writes a new text file that only its owner may read, whole or not at all. */
    static void secretText(Path file, String text) {
        boolean made = false;
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            made = true;
            Files.writeString(file, text);
        } catch (IOException e) {
            CeremonyFailed failure =
                    new CeremonyFailed("het bestand " + file + " kan niet worden geschreven, of bestaat al", e);
            if (made) {
                wipe(List.of(file), failure);
            }
            throw failure;
        }
    }

    /** The text of a file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CeremonyFailed("het bestand " + file + " is niet te lezen", e);
        }
    }

    /** The first line of a file, without spaces around it. */
    static String line(Path file) {
        return text(file).strip();
    }

    /** By which shares know a reserve copy: the first 8 bytes of its SHA-256. */
    static String set(Path reserve) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(reserve));
            return HexFormat.of().formatHex(digest, 0, SET_LENGTH);
        } catch (IOException e) {
            throw new CeremonyFailed("de reservekopie " + reserve + " is niet te lezen", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Wipes every file that a step left which failed; what cannot be wiped is told beside its failure. */
    static void wipe(List<Path> files, RuntimeException failure) {
        for (Path file : files) {
            try {
                wipe(file);
            } catch (CeremonyFailed e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** Overwrites a file and removes it, where it is there. A disk may keep older copies of its blocks all the same. */
    static void wipe(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        SecureRandom random = new SecureRandom();
        byte[] noise = new byte[CHUNK];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long rest = channel.size();
            while (rest > 0) {
                random.nextBytes(noise);
                rest -= channel.write(ByteBuffer.wrap(noise, 0, (int) Math.min(rest, CHUNK)));
            }
            channel.force(true);
            Files.delete(file);
        } catch (IOException e) {
            throw new CeremonyFailed("het bestand " + file + " kan niet worden gewist", e);
        }
    }
}
