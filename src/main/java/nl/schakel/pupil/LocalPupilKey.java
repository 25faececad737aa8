package nl.schakel.pupil;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The key of a pupil in one school's administration (LAS): unique within that school and system only, stable through the
 * school career. One to 256 characters, as they stand in the file; not trimmed, not folded.
 */
public final class LocalPupilKey {
    private static final int LONGEST = 256;
    private final String text;

    /** @throws IllegalArgumentException where the key is empty or longer than 256 characters */
    public LocalPupilKey(CharSequence text) {
        if (text.length() == 0 || text.length() > LONGEST) {
            throw new IllegalArgumentException("a pupil key has 1 to 256 characters");
        }
        this.text = text.toString();
    }

    /** The UTF-8 bytes, for a keyed function. */
    public byte[] bytes(Reveal permission) {
        Objects.requireNonNull(permission, "permission");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "LocalPupilKey[hidden]";
    }
}
