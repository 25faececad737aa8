package nl.schakel.pseudonym.crypto;

import java.util.Arrays;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.platform.secret.SecretBytes;

/** The functions of holder A's keys: {@code oprf}, {@code token} and, derived from the latter, the file digest. */
final class HolderA {
    private static final int KEY_LENGTH = 32;

    private final Oprf oprf;
    private final HmacKey token;
    private final HmacKey file;

    HolderA(Oprf oprf, HmacKey token) {
        this.oprf = oprf;
        this.token = token;
        byte[] info = Framed.of("lvs-psn-1/file").toBytes();
        byte[] derived = Hkdf.expand(token, info, KEY_LENGTH);
        try (SecretBytes key = SecretBytes.copyOf(derived)) {
            file = HmacKey.of(key);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /** Takes what it needs; a store may be closed afterwards. */
    static HolderA of(KeyHolder keys) {
        return new HolderA(HeldKeys.oprf(keys), HeldKeys.hmac(keys, "token"));
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
