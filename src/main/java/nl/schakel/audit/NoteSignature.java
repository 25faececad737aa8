package nl.schakel.audit;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One signature line of a note, {@code — <key name> <base64>}, of which nothing is checked but the form. Compared by content;
 * immutable and thread-safe. Source: C2SP signed-note.
 */
public final class NoteSignature {
    static final String START = "\u2014 ";
    static final int ID_LENGTH = 4;

    private final String name;
    private final byte[] value;

    private NoteSignature(String name, byte[] value) {
        this.name = name;
        this.value = value;
    }

    /**
     * The line of this key.
     *
     * @param signature what the key made, with the moment before it where the kind is timestamped
     * @throws IllegalArgumentException where the signature has a length that no signature of this kind has
     */
    public static NoteSignature of(VerificationKey key, byte[] signature) {
        if (signature.length != key.type().length()) {
            throw new IllegalArgumentException("a signature of another length");
        }
        byte[] value = Arrays.copyOf(key.idBytes(), ID_LENGTH + signature.length);
        System.arraycopy(signature, 0, value, ID_LENGTH, signature.length);
        return new NoteSignature(key.name(), value);
    }

    /** The signature of a line with its newline, as {@link #line} writes it, or empty where the line has another form. */
    public static Optional<NoteSignature> readLine(String line) {
        return line.endsWith("\n") ? read(line.substring(0, line.length() - 1)) : Optional.empty();
    }

    /** The signature of a line without its newline, or empty where the line has another form. */
    static Optional<NoteSignature> read(String line) {
        int space = line.indexOf(' ', START.length());
        if (!line.startsWith(START) || space < 0) {
            return Optional.empty();
        }
        String name = line.substring(START.length(), space);
        return StrictText.base64(line.substring(space + 1))
                .filter(value -> value.length > ID_LENGTH && StrictText.keyName(name))
                .map(value -> new NoteSignature(name, value));
    }

    /** The name of the key that is said to have signed. */
    public String name() {
        return name;
    }

    /** The number of that key, eight lower-case hexadecimal digits. */
    public String id() {
        return HexFormat.of().formatHex(value, 0, ID_LENGTH);
    }

    /** Whether the line is said to be of this key. */
    public boolean isOf(VerificationKey key) {
        return name.equals(key.name()) && id().equals(key.id());
    }

    /** What the key made, with the moment before it where the kind is timestamped. */
    byte[] signature() {
        return Arrays.copyOfRange(value, ID_LENGTH, value.length);
    }

    /** The line with its newline. */
    public String line() {
        return START + name + " " + Base64.getEncoder().encodeToString(value) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature line && name.equals(line.name) && Arrays.equals(value, line.value);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "NoteSignature[" + name + "+" + id() + "]";
    }
}
