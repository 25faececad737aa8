package nl.schakel.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key of a signer of notes, with its name and the kind of its signatures: {@code <name>+<8 hex digits>+<base64>}. The
 * digits are the key's number, the first four bytes of a hash of name, kind and key. Compared by content; immutable and
 * thread-safe. Source: C2SP signed-note.
 */
public final class VerificationKey {
    private static final int ID_DIGITS = 8;

    private final String name;
    private final SignatureType type;
    private final byte[] publicKey;

    private VerificationKey(String name, SignatureType type, byte[] publicKey) {
        this.name = name;
        this.type = type;
        this.publicKey = publicKey;
    }

    /**
     * The key of this signer; the bytes are copied.
     *
     * @throws IllegalArgumentException where the name is empty or holds a space or plus, or the key has another length
     */
    public static VerificationKey of(String name, SignatureType type, byte[] publicKey) {
        if (!StrictText.keyName(name) || publicKey.length != type.algorithm().keyLength()) {
            throw new IllegalArgumentException("not a key of notes");
        }
        return new VerificationKey(name, type, publicKey.clone());
    }

    /**
     * The key in a line, without newline.
     *
     * @throws EvidenceRejected where it has another form, a kind that is not understood, or a number that is not the key's
     */
    public static VerificationKey read(String line) {
        String[] parts = line.split("\\+", 3);
        if (parts.length != 3 || !StrictText.keyName(parts[0]) || parts[1].length() != ID_DIGITS) {
            throw new EvidenceRejected("de sleutel heeft niet de vorm naam+nummer+base64");
        }
        byte[] typed = StrictText.base64(parts[2])
                .filter(bytes -> bytes.length > 0)
                .orElseThrow(() -> new EvidenceRejected("de sleutel is geen geldige Base64"));
        SignatureType type = SignatureType.of(typed[0])
                .orElseThrow(() -> new EvidenceRejected("de sleutel is van een soort die hier niet bekend is"));
        byte[] publicKey = Arrays.copyOfRange(typed, 1, typed.length);
        if (publicKey.length != type.algorithm().keyLength()) {
            throw new EvidenceRejected("de sleutel heeft een andere lengte dan bij zijn soort hoort");
        }
        VerificationKey key = new VerificationKey(parts[0], type, publicKey);
        if (!key.id().equals(parts[1])) {
            throw new EvidenceRejected("het nummer van de sleutel hoort niet bij naam en sleutel");
        }
        return key;
    }

    /** Whether the text can be the name of a signer: not empty, no space of Unicode, no plus, nothing unprintable. */
    public static boolean isName(String text) {
        return StrictText.keyName(text);
    }

    /** The name of the signer. */
    public String name() {
        return name;
    }

    /** The kind of signatures that it makes. */
    public SignatureType type() {
        return type;
    }

    /** A copy of the public key. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** The number, eight lower-case hexadecimal digits. */
    public String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    byte[] idBytes() {
        MessageDigest sha = TreeHash.sha256();
        sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(sha.digest(typed()), NoteSignature.ID_LENGTH);
    }

    private byte[] typed() {
        byte[] typed = new byte[1 + publicKey.length];
        typed[0] = type.code();
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return typed;
    }

    /** The line by which the key is handed over, without newline. */
    public String line() {
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    /** Whether both hold the same public key, whatever their names and kinds. */
    public boolean sameKeyAs(VerificationKey other) {
        return Arrays.equals(publicKey, other.publicKey);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey key
                && name.equals(key.name)
                && type == key.type
                && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(publicKey);
    }

    @Override
    public String toString() {
        return "VerificationKey[" + name + "+" + id() + "]";
    }
}
