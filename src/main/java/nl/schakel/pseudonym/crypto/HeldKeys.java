package nl.schakel.pseudonym.crypto;

import java.util.Arrays;
import java.util.List;
import nl.schakel.platform.secret.HolderProcess;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.HolderToken;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.platform.secret.SecretBytes;

/** Functions of a holder's keys, wherever these lie. A function of a key in a token is computed there. */
final class HeldKeys {
    private HeldKeys() {}

    /** Holder A's function of numbers and points. @throws FaultyDerivation like {@link #multiplier} */
    static Oprf oprf(KeyHolder keys, String keyId) {
        if (keys instanceof HolderProcess process) {
            ProcessKeys functions = new ProcessKeys(process, keyId);
            return new Oprf(new MaskedMultiplier(functions), functions);
        }
        return new Oprf(multiplier(keys, keyId));
    }

    /** HMAC-SHA-256 under the key. */
    static HmacKey hmac(KeyHolder keys, String keyId) {
        if (keys instanceof HolderProcess process) {
            return new ProcessKeys(process, keyId);
        }
        if (keys instanceof HolderToken token) {
            return new TokenHmac(token.provider(), token.secret(keyId));
        }
        try (SecretBytes key = ((HolderStore) keys).secret(keyId)) {
            return HmacKey.of(key);
        }
    }

    /** @throws FaultyDerivation where what multiplies does not fit the key's public point */
    private static PointMultiplier multiplier(KeyHolder keys, String keyId) {
        if (keys instanceof HolderToken token) {
            return inToken(token, keyId);
        }
        return new SecretScalar(((HolderStore) keys).curve(keyId).scalar()).multiplier();
    }

    private static PointMultiplier inToken(HolderToken token, String keyId) {
        CurvePoint publicKey = CurvePoint.decode(token.publicPoint(keyId))
                .orElseThrow(() -> new FaultyDerivation("the public key beside " + keyId + " is not on the curve"));
        ProviderDerivation derivation = new ProviderDerivation(token.provider(), token.curve(keyId));
        PointMultiplier multiplier = new DerivedMultiplier(derivation, publicKey);
        CurvePoint twice = CurvePoint.of(CurvePoint.GROUP.getG().twice());
        byte[] expected = publicKey.toLibrary().twice().getEncoded(true);
        if (!Arrays.equals(multiplier.multiply(List.of(twice)).get(0), expected)) {
            throw new FaultyDerivation("the private key " + keyId + " is not that of the certificate beside it");
        }
        return multiplier;
    }
}
