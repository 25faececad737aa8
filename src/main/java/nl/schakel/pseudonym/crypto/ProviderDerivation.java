package nl.schakel.pseudonym.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.KeyAgreement;

/** ECDH by a provider of the JCA, with a private key that the provider accepts: native code or a hardware token. */
final class ProviderDerivation implements Derivation {
    private final Provider provider;
    private final PrivateKey key;

    ProviderDerivation(Provider provider, PrivateKey key) {
        this.provider = provider;
        this.key = key;
    }

    @Override
    public List<byte[]> derive(List<CurvePoint> points) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH", provider);
            agreement.init(key);
            List<byte[]> derived = new ArrayList<>(points.size());
            for (CurvePoint point : points) {
                agreement.doPhase(new EncodedPoint(point), true);
                derived.add(agreement.generateSecret());
            }
            return derived;
        } catch (GeneralSecurityException | ProviderException e) {
            throw new FaultyDerivation("ECDH by " + provider.getName() + " fails", e);
        }
    }
}
