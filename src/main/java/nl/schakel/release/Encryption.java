package nl.schakel.release;

import java.io.IOException;
import java.io.OutputStream;
import nl.schakel.study.AgeRecipient;

/** Port: age v1 encryption to one recipient. Source: C2SP age. Thread-safe. */
public interface Encryption {
    /**
     * A stream that encrypts what is written to it into {@code sealed}, in constant memory. Closing it writes the last
     * authenticated chunk and does not close {@code sealed}.
     */
    OutputStream encrypting(AgeRecipient recipient, OutputStream sealed) throws IOException;
}
