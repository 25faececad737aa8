package nl.schakel.platform.secret;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static nl.schakel.platform.secret.KeysUnavailable.Reason.NOT_OPENED;
import static nl.schakel.platform.secret.KeysUnavailable.Reason.STORE_MISSING;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jcajce.BCFKSLoadStoreParameter;
import org.bouncycastle.jcajce.interfaces.EdDSAPrivateKey;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Reads and writes a holder's keys as a BCFKS file: AES-256-CCM under a scrypt key, with a keyed check over the whole.
 */
final class BcfksFile {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final String HMAC = "HmacSHA256";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    /**
     * The library derives with the block size as parallelization, whatever the parameters in the file say (its
     * BcFKSKeyStoreSpi.generateKey). So both are asked to be 8: then the file tells the truth, and opens as well with a
     * library that reads it.
     */
    private static final int BLOCK_SIZE = 8;

    private static final int PARALLELIZATION = BLOCK_SIZE;

    /**
     * 16 MiB, eight times over: as much work as one pass over 128 MiB, more than what the OWASP Password Storage Cheat
     * Sheet holds equal to that (N = 2^17, r = 8, p = 1, or N = 2^14, r = 8, p = 5).
     */
    static final ScryptConfig SCRYPT = cost(1 << 14);

    /** For a pass-phrase that nobody has to guess, of 256 random bits or published: no work is asked for. */
    static final ScryptConfig NO_COST = cost(2);

    private BcfksFile() {}

    private static ScryptConfig cost(int factor) {
        return new ScryptConfig.Builder(factor, BLOCK_SIZE, PARALLELIZATION)
                .withSaltLength(32)
                .build();
    }

    static KeyEntries read(HolderFiles files) {
        requireStore(files.store());
        char[] passphrase = Passphrase.read(files.passphrase());
        try {
            return read(files.store(), passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private static void requireStore(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new KeysUnavailable(STORE_MISSING, file);
        }
    }

    /** The caller wipes the pass-phrase. */
    static KeyEntries read(Path file, char[] passphrase) {
        requireStore(file);
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("BCFKS", PROVIDER);
            store.load(in, passphrase);
            KeyEntries entries = new KeyEntries();
            for (String keyId : Collections.list(store.aliases())) {
                add(entries, keyId, store.getKey(keyId, passphrase));
            }
            return entries;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // the library answers some damaged files with unchecked exceptions
            throw new KeysUnavailable(NOT_OPENED, file);
        }
    }

    private static void add(KeyEntries entries, String keyId, Key key) {
        if (key instanceof EdDSAPrivateKey pair) {
            entries.seeds().put(keyId, KeyPairEntry.seedOf(pair));
        } else if (key instanceof ECPrivateKey pair) {
            entries.curveKeys().put(keyId, KeyEntries.curveKey(pair.getD()));
        } else if (key instanceof SecretKey secret) {
            entries.secrets().put(keyId, SecretBytes.copyOf(secret.getEncoded()));
        }
    }

    static void write(KeyEntries entries, HolderFiles files, ScryptConfig cost) {
        char[] passphrase = Passphrase.read(files.passphrase());
        try {
            write(entries, files.store(), passphrase, cost);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /** Writes a new file that only its owner may read. The caller wipes the pass-phrase. */
    static void write(KeyEntries entries, Path file, char[] passphrase, ScryptConfig cost) {
        try (OutputStream out = Channels.newOutputStream(
                Files.newByteChannel(file, Set.of(CREATE_NEW, WRITE), PosixFilePermissions.asFileAttribute(OWNER)))) {
            KeyStore store = KeyStore.getInstance("BCFKS", PROVIDER);
            store.load(null, null);
            addAll(store, entries, passphrase);
            store.store(parameter(out, passphrase, cost));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addAll(KeyStore store, KeyEntries entries, char[] passphrase) throws GeneralSecurityException {
        for (Map.Entry<String, SecretBytes> entry : entries.secrets().entrySet()) {
            byte[] bytes = entry.getValue().copy();
            store.setKeyEntry(entry.getKey(), new SecretKeySpec(bytes, HMAC), passphrase, null);
            Arrays.fill(bytes, (byte) 0);
        }
        for (Map.Entry<String, SecretBytes> entry : entries.seeds().entrySet()) {
            KeyPairEntry pair = KeyPairEntry.ofSeed(entry.getValue());
            store.setKeyEntry(entry.getKey(), pair.privateKey(), passphrase, pair.chain());
        }
        for (Map.Entry<String, CurveKey> entry : entries.curveKeys().entrySet()) {
            KeyPairEntry pair = KeyPairEntry.ofCurve(entry.getValue());
            store.setKeyEntry(entry.getKey(), pair.privateKey(), passphrase, pair.chain());
        }
    }

    private static BCFKSLoadStoreParameter parameter(OutputStream out, char[] passphrase, ScryptConfig cost) {
        return new BCFKSLoadStoreParameter.Builder(out, passphrase)
                .withStorePBKDFConfig(cost)
                .build();
    }
}
