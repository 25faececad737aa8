package nl.schakel.pseudonym.crypto;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.PseudonymRefused;
import org.jspecify.annotations.Nullable;

/**
 * The functions of holder A's keys: {@code oprf}, {@code token} and, derived from the latter, the file digest. A store may hold
 * several versions of both; which are in use is said by the series.
 */
final class HolderA {
    private static final int KEY_LENGTH = 32;

    private final Map<Integer, Oprf> oprf;
    private final Map<Integer, HmacKey> token;
    private final Map<Integer, HmacKey> file = new TreeMap<>();

    HolderA(Oprf oprf, HmacKey token) {
        this(Map.of(1, oprf), Map.of(1, token));
    }

    /** By version. */
    HolderA(Map<Integer, Oprf> oprf, Map<Integer, HmacKey> token) {
        this.oprf = Map.copyOf(oprf);
        this.token = Map.copyOf(token);
        token.forEach((version, key) -> file.put(version, fileKey(key)));
    }

    private static HmacKey fileKey(HmacKey token) {
        byte[] info = Framed.of("lvs-psn-1/file").toBytes();
        byte[] derived = Hkdf.expand(token, info, KEY_LENGTH);
        try (SecretBytes key = SecretBytes.copyOf(derived)) {
            return HmacKey.of(key);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /** Takes every version that there is; a store may be closed afterwards. @throws KeysUnavailable where there is none */
    static HolderA of(KeyHolder keys) {
        Map<Integer, Oprf> oprf = new TreeMap<>();
        Map<Integer, HmacKey> token = new TreeMap<>();
        for (KeyId key : named(keys, "oprf")) {
            oprf.put(key.number(), HeldKeys.oprf(keys, key.value()));
        }
        for (KeyId key : named(keys, "token")) {
            token.put(key.number(), HeldKeys.hmac(keys, key.value()));
        }
        return new HolderA(oprf, token);
    }

    /** The keys of a family. @throws KeysUnavailable where there is none */
    static List<KeyId> named(KeyHolder keys, String family) {
        List<KeyId> named = keys.checkValues().keySet().stream()
                .map(KeyId::parse)
                .flatMap(Optional::stream)
                .filter(key -> key.family().equals(family))
                .toList();
        if (named.isEmpty()) {
            throw new KeysUnavailable(KeysUnavailable.Reason.KEY_MISSING, family);
        }
        return named;
    }

    /** @throws PseudonymRefused.Suspended where there is no key of the version */
    Oprf oprf(int version) {
        return present(oprf.get(version));
    }

    /** @throws PseudonymRefused.Suspended where there is no key of the version */
    HmacKey token(int version) {
        return present(token.get(version));
    }

    /** @throws PseudonymRefused.Suspended where there is no key of the version */
    HmacKey file(int version) {
        return present(file.get(version));
    }

    private static <T> T present(@Nullable T function) {
        return Optional.ofNullable(function).orElseThrow(() -> new PseudonymRefused.Suspended("a"));
    }
}
