package nl.schakel.pseudonym.crypto;

import java.util.Arrays;
import java.util.List;
import nl.schakel.platform.secret.HolderProcess;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.HolderToken;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.platform.secret.KeysUnavailable.Reason;
import nl.schakel.platform.secret.SecretBytes;

/** Functions of a holder's keys, wherever these lie. A function of a key in a token is computed there. */
final class HeldKeys {
    private HeldKeys() {}

    /** Holder A's function of numbers and points. @throws FaultyDerivation like {@link #multiplier} */
    static Oprf oprf(KeyHolder keys) {
        return oprf(keys, "oprf");
    }

    /** The function of one version; a process of its own has the first alone. */
    static Oprf oprf(KeyHolder keys, String keyId) {
        if (keys instanceof HolderProcess process) {
            ProcessKeys functions = new ProcessKeys(process);
            return new Oprf(new MaskedMultiplier(functions), functions);
        }
        return new Oprf(multiplier(keys, keyId));
    }

    /** @param keyId of a key in a process of its own only {@code token} */
    static HmacKey hmac(KeyHolder keys, String keyId) {
        if (keys instanceof HolderProcess process) {
            requirePresent(process, keyId);
            return new ProcessKeys(process);
        }
        if (keys instanceof HolderToken token) {
            return new TokenHmac(token.provider(), token.secret(keyId));
        }
        try (SecretBytes key = ((HolderStore) keys).secret(keyId)) {
            return HmacKey.of(key);
        }
    }

    private static void requirePresent(HolderProcess process, String keyId) {
        if (!keyId.equals("token") || !process.checkValues().containsKey(keyId)) {
            throw new KeysUnavailable(Reason.KEY_MISSING, keyId + " in " + process);
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
