package nl.schakel.pseudonym.crypto;

import nl.schakel.platform.secret.SecretBytes;

/** HMAC-SHA-256 under one key (RFC 2104), in this process or in a hardware token. Thread-safe. */
interface HmacKey {
    /** A key in this process; takes what it needs of it, of any length. */
    static HmacKey of(SecretBytes key) {
        return new SoftwareHmac(key);
    }

    /** The 32-byte tag of the message. */
    default byte[] tag(byte[] message) {
        return begin().update(message, 0, message.length).tag();
    }

    /** Begins a message that arrives in pieces. */
    Running begin();

    /** A message that is arriving. Not thread-safe; used once. */
    interface Running {
        /** Takes in some bytes. */
        Running update(byte[] bytes, int offset, int length);

        /** Ends the message. */
        byte[] tag();
    }
}
