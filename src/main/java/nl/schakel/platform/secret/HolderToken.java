package nl.schakel.platform.secret;

import static nl.schakel.platform.secret.KeysUnavailable.Reason.EXAMPLE_KEY;
import static nl.schakel.platform.secret.KeysUnavailable.Reason.KEY_EXTRACTABLE;
import static nl.schakel.platform.secret.KeysUnavailable.Reason.KEY_MISSING;
import static nl.schakel.platform.secret.KeysUnavailable.Reason.NOT_OPENED;
import static nl.schakel.platform.secret.KeysUnavailable.Reason.STORE_MISSING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The keys of one holder in a hardware token, by PKCS#11. They never leave it: callers get handles and the provider that
 * uses them. A key that is not marked sensitive and not extractable is refused.
 *
 * <p>Key ids are the labels. A key pair lies there with a certificate that carries its public key. Thread-safe.
 */
public final class HolderToken implements KeyHolder {
    private static final String HMAC = "HmacSHA256";

    private final HolderFiles files;
    private final Provider provider;
    private final Map<String, SecretKey> secrets = new TreeMap<>();
    private final Map<String, PrivateKey> privateKeys = new TreeMap<>();
    private final Map<String, ECPublicKey> publicKeys = new TreeMap<>();

    private HolderToken(HolderFiles files, Provider provider) {
        this.files = files;
        this.provider = provider;
    }

    /**
     * Logs in to the token and finds its keys.
     *
     * @param files the store is a configuration file of the JDK's SunPKCS11 provider, the pass-phrase the PIN
     * @throws KeysUnavailable where there is no configuration, the token does not open, or a key could leave it or is one
     *     of {@code keys-example} while these are refused
     */
    public static HolderToken open(HolderFiles files, ExampleKeys examples) {
        HolderToken token = new HolderToken(files, provider(files.store()));
        char[] pin = Passphrase.pin(files.passphrase());
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", token.provider);
            store.load(null, pin);
            for (String keyId : Collections.list(store.aliases())) {
                token.add(keyId, store.getKey(keyId, null), store.getCertificate(keyId));
            }
        } catch (IOException | GeneralSecurityException | ProviderException e) {
            throw new KeysUnavailable(NOT_OPENED, files.store());
        } finally {
            Arrays.fill(pin, '\0');
        }
        token.checkValues().forEach((keyId, checkValue) -> {
            if (!examples.accepts(checkValue)) {
                throw new KeysUnavailable(EXAMPLE_KEY, keyId + " in " + files.store());
            }
        });
        return token;
    }

    private static Provider provider(Path configuration) {
        if (!Files.isRegularFile(configuration)) {
            throw new KeysUnavailable(STORE_MISSING, configuration);
        }
        Provider unconfigured = Security.getProvider("SunPKCS11");
        if (unconfigured == null) {
            throw new KeysUnavailable(NOT_OPENED, "this Java has no PKCS#11 for " + configuration);
        }
        try {
            return unconfigured.configure(configuration.toString());
        } catch (InvalidParameterException | ProviderException e) {
            throw new KeysUnavailable(NOT_OPENED, configuration);
        }
    }

    private void add(String keyId, Key key, Certificate certificate) {
        requireToStay(keyId, key);
        if (key instanceof SecretKey secret) {
            secrets.put(keyId, secret);
        } else if (key instanceof PrivateKey secret && certificate.getPublicKey() instanceof ECPublicKey open) {
            privateKeys.put(keyId, secret);
            publicKeys.put(keyId, open);
        }
    }

    /** The provider tells the two attributes in the key's description and nowhere else; any other wording is refused. */
    private void requireToStay(String keyId, Key key) {
        String description = key.toString();
        boolean stays = description.contains(" sensitive, unextractable") && !description.contains("not sensitive");
        if (!stays || key.getEncoded() != null) {
            throw new KeysUnavailable(KEY_EXTRACTABLE, keyId + " in " + files.store());
        }
    }

    @Override
    public NavigableSet<Integer> versions(String family) {
        return KeyHolder.versions(family, secrets.keySet());
    }

    @Override
    public Map<String, String> checkValues() {
        Map<String, String> values = new TreeMap<>();
        secrets.forEach((keyId, key) -> values.put(keyId, KeyCheck.of(keyId, message -> tag(key, message))));
        publicKeys.forEach((keyId, key) -> values.put(keyId, HexFormat.of().formatHex(compressed(key))));
        return values;
    }

    private byte[] tag(SecretKey key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC, provider);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new KeysUnavailable(NOT_OPENED, files.store());
        }
    }

    /** The provider through which the handles of this token are used. */
    public Provider provider() {
        return provider;
    }

    /** The handle of a symmetric key, for HMAC-SHA-256. @throws KeysUnavailable where there is none */
    public SecretKey secret(String keyId) {
        return present(keyId, secrets);
    }

    /** The handle of a P-256 key, for ECDH. @throws KeysUnavailable where there is none */
    public PrivateKey curve(String keyId) {
        return present(keyId, privateKeys);
    }

    /** The compressed public point of a P-256 key, 33 bytes. @throws KeysUnavailable where there is none */
    public byte[] publicPoint(String keyId) {
        return compressed(present(keyId, publicKeys));
    }

    private static byte[] compressed(ECPublicKey key) {
        byte[] x = key.getW().getAffineX().toByteArray();
        byte[] point = new byte[1 + 32];
        point[0] = (byte) (key.getW().getAffineY().testBit(0) ? 3 : 2);
        int length = Math.min(32, x.length);
        System.arraycopy(x, x.length - length, point, point.length - length, length);
        return point;
    }

    private <T> T present(String keyId, Map<String, T> keys) {
        T key = keys.get(keyId);
        if (key == null) {
            throw new KeysUnavailable(KEY_MISSING, keyId + " in " + files.store());
        }
        return key;
    }

    /** Keeps the session: the handles are used as long as the service runs. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return "HolderToken[" + files.store() + "]";
    }
}
