package nl.schakel.release.crypto;

import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.List;
import nl.schakel.release.Encryption;
import nl.schakel.study.AgeRecipient;

/** age v1 with one X25519 recipient, by jagged. */
@Dependent
public class AgeEncryption implements Encryption {
    @Override
    public OutputStream encrypting(AgeRecipient recipient, OutputStream sealed) throws IOException {
        try {
            WritableByteChannel channel = new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(
                            Channels.newChannel(new Unclosed(sealed)),
                            List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient.value())));
            return Channels.newOutputStream(channel);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("age cannot encrypt here", e);
        }
    }
}
