package nl.schakel.pseudonym.crypto;

import java.util.Arrays;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.SecretBytes;

/** The functions of holder A's keys: {@code oprf}, {@code token} and, derived from the latter, the file digest. */
final class HolderA {
    private static final int KEY_LENGTH = 32;

    private final Oprf oprf;
    private final HmacKey token;
    private final HmacKey file;

    HolderA(Oprf oprf, SecretBytes tokenKey) {
        this.oprf = oprf;
        token = new HmacKey(tokenKey);
        byte[] info = Framed.of("lvs-psn-1/file").toBytes();
        byte[] derived = Hkdf.expand(token, info, KEY_LENGTH);
        try (SecretBytes key = SecretBytes.copyOf(derived)) {
            file = new HmacKey(key);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /** Takes what it needs; the store may be closed afterwards. */
    static HolderA of(HolderStore store) {
        try (SecretBytes key = store.secret("token")) {
            return new HolderA(new Oprf(new SecretScalar(store.curve("oprf").scalar()).multiplier()), key);
        }
    }

    Oprf oprf() {
        return oprf;
    }

    HmacKey token() {
        return token;
    }

    HmacKey file() {
        return file;
    }
}
