package nl.schakel.audit.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import nl.schakel.audit.ManifestSigner;
import nl.schakel.audit.SignedNote;
import nl.schakel.platform.secret.SigningKey;

/** Signs notes with Ed25519. Source: C2SP signed-note, signature type 0x01. Thread-safe. */
@Dependent
public class NoteSigner implements ManifestSigner {
    /** The name of the manifest key in notes and in its verification key. */
    public static final String KEY_NAME = "schakel/manifest";

    private static final String KEY_ID = "manifest";
    private static final byte ED25519 = 1;
    private static final int HASH_LENGTH = 4;

    private final LogHolder holder;

    /** Uses the manifest key of this holder. */
    @Inject
    public NoteSigner(LogHolder holder) {
        this.holder = holder;
    }

    @Override
    public SignedNote sign(String text) {
        if (text.length() < 2 || !text.endsWith("\n")) {
            throw new IllegalArgumentException("a note has a text that ends in a newline");
        }
        SigningKey key = holder.store().signing(KEY_ID);
        ByteArrayOutputStream signature = new ByteArrayOutputStream();
        signature.writeBytes(hash(key));
        signature.writeBytes(key.sign(text.getBytes(StandardCharsets.UTF_8)));
        String encoded = Base64.getEncoder().encodeToString(signature.toByteArray());
        return new SignedNote(text + "\n\u2014 " + KEY_NAME + " " + encoded + "\n");
    }

    @Override
    public String verificationKey() {
        SigningKey key = holder.store().signing(KEY_ID);
        return KEY_NAME + "+" + HexFormat.of().formatHex(hash(key)) + "+"
                + Base64.getEncoder().encodeToString(typed(key));
    }

    private static byte[] typed(SigningKey key) {
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        typed.write(ED25519);
        typed.writeBytes(key.publicKey());
        return typed.toByteArray();
    }

    private static byte[] hash(SigningKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((KEY_NAME + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed(key)), HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
