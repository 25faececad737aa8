package nl.schakel.account.store;

import java.util.HexFormat;
import nl.schakel.account.TokenDigest;

/** Digests as columns hold them. */
final class Digests {
    private Digests() {}

    static byte[] bytes(TokenDigest digest) {
        return HexFormat.of().parseHex(digest.hex());
    }
}
