package nl.schakel.release;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import nl.schakel.audit.ManifestSigner;
import nl.schakel.audit.SignedNote;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs C2SP notes with a key made from a number, independently of the product's signer. */
public final class TestSigner implements ManifestSigner {
    private static final String NAME = "schakel.example/vrijgave";
    private final Ed25519PrivateKeyParameters key;

    /** The signer of this number. */
    public TestSigner(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        this.key = new Ed25519PrivateKeyParameters(seed, 0);
    }

    @Override
    public SignedNote sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        byte[] signature = signer.generateSignature();
        byte[] value = Arrays.copyOf(id(), 4 + signature.length);
        System.arraycopy(signature, 0, value, 4, signature.length);
        return new SignedNote(
                text + "\n\u2014 " + NAME + " " + Base64.getEncoder().encodeToString(value) + "\n");
    }

    @Override
    public String verificationKey() {
        return NAME + "+" + Sha256.of(named()).hex().substring(0, 8) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    private byte[] id() {
        return HexFormat.of().parseHex(Sha256.of(named()).hex().substring(0, 8));
    }

    private byte[] named() {
        byte[] start = (NAME + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + 33);
        System.arraycopy(typed(), 0, whole, start.length, 33);
        return whole;
    }

    private byte[] typed() {
        byte[] typed = new byte[33];
        typed[0] = 1;
        System.arraycopy(key.generatePublicKey().getEncoded(), 0, typed, 1, 32);
        return typed;
    }
}
