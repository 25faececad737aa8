package nl.schakel.pseudonym.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.Test;

/** A server loads the native library once for each deployment, each in a class loader of its own. */
class NativeLoadingTest {
    @Test
    void two_class_loaders_of_one_process_each_load_the_library() throws Exception {
        assumeTrue(NativeProvider.find().isPresent(), "native ECDH cannot be loaded on this machine");
        URL jar = AmazonCorrettoCryptoProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        for (int deployment = 0; deployment < 2; deployment++) {
            try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
                Class<?> type = loader.loadClass(AmazonCorrettoCryptoProvider.class.getName());
                assertThat(type).isNotSameAs(AmazonCorrettoCryptoProvider.class);
                Provider provider = (Provider) type.getField("INSTANCE").get(null);
                KeyAgreement agreement = KeyAgreement.getInstance("ECDH", provider);
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
                generator.initialize(256);
                agreement.init(generator.generateKeyPair().getPrivate());
                agreement.doPhase(new EncodedPoint(CurvePoint.GENERATOR), true);
                assertThat(agreement.generateSecret()).hasSize(P256Field.BYTES);
            }
        }
    }

    @Test
    void the_provider_is_not_registered_in_the_process() {
        NativeProvider.find();
        assertThat(Security.getProvider("AmazonCorrettoCryptoProvider")).isNull();
    }
}
