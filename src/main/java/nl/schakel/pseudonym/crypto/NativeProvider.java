package nl.schakel.pseudonym.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.util.Optional;

/**
 * AWS-LC behind the JCA, used by name and never registered in the JVM. It is missing on other processors than its jar has
 * code for, and where the temporary folder may not hold programs.
 */
final class NativeProvider {
    private NativeProvider() {}

    /** The provider, or none where its library cannot be loaded. */
    static Optional<Provider> find() {
        try {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            return provider.getLoadingError() == null ? Optional.of(provider) : Optional.empty();
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }
}
