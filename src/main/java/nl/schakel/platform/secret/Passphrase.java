package nl.schakel.platform.secret;

import static nl.schakel.platform.secret.KeysUnavailable.Reason.PASSPHRASE_MISSING;
import static nl.schakel.platform.secret.KeysUnavailable.Reason.PASSPHRASE_SHORT;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the first line of a pass-phrase file. */
final class Passphrase {
    private static final int SHORTEST = 20;

    private Passphrase() {}

    /** At least 20 characters, to be wiped by the caller. @throws KeysUnavailable where there are not */
    static char[] read(Path file) {
        char[] line = firstLine(file);
        if (line.length < SHORTEST) {
            throw new KeysUnavailable(PASSPHRASE_SHORT, file);
        }
        return line;
    }

    /** A token counts wrong PINs itself, and many take no more than 16 characters: any length, to be wiped by the caller. */
    static char[] pin(Path file) {
        return firstLine(file);
    }

    private static char[] firstLine(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) 0);
            int end = 0;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            char[] line = Arrays.copyOf(text.array(), end);
            Arrays.fill(text.array(), '\0');
            return line;
        } catch (IOException e) {
            throw new KeysUnavailable(PASSPHRASE_MISSING, file);
        }
    }
}
