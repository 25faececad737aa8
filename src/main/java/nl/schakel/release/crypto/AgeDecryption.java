package nl.schakel.release.crypto;

import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import nl.schakel.release.AgeIdentity;
import nl.schakel.release.AgeKeyPair;
import nl.schakel.release.Decryption;
import nl.schakel.release.PackageRejected;
import nl.schakel.study.AgeRecipient;

/** age v1 with an X25519 identity, by jagged. */
public final class AgeDecryption implements Decryption {
    /** For the service loader. */
    public AgeDecryption() {}

    @Override
    public AgeKeyPair newKeyPair() {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            return new AgeKeyPair(
                    AgeIdentity.inFile(pair.getPrivate().toString()),
                    new AgeRecipient(pair.getPublic().toString()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no X25519", e);
        }
    }

    @Override
    public InputStream decrypting(InputStream sealed, AgeIdentity identity) throws IOException {
        try {
            return Channels.newInputStream(new StandardDecryptingChannelFactory()
                    .newDecryptingChannel(
                            Channels.newChannel(sealed),
                            List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity.reveal()))));
        } catch (UnsupportedRecipientStanzaException e) {
            throw new PackageRejected("het pakket is niet voor deze sleutel versleuteld", e);
        } catch (GeneralSecurityException e) {
            throw new PackageRejected("het pakket is niet voor deze sleutel versleuteld of is veranderd", e);
        }
    }
}
