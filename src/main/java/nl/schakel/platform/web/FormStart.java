package nl.schakel.platform.web;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the secret of a form from the first bytes of its body. */
final class FormStart {
    static final String FIELD = "_csrf";

    private static final int PART_LIMIT = 1_024;
    private static final Pattern FIRST_PART = Pattern.compile("--[^\\r\\n]+\\r\\n"
            + "Content-Disposition: form-data; name=\"" + FIELD + "\"\\r\\n\\r\\n([A-Za-z0-9_-]+)\\r\\n");

    private FormStart() {}

    static boolean isForm(@Nullable MediaType type) {
        return MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type);
    }

    /** The bytes up to the second boundary, as far as they have arrived: at most one kilobyte. */
    static byte[] firstPart(InputStream body, int limit) throws IOException {
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        int lines = 0;
        for (int next = body.read(); next >= 0; next = body.read()) {
            start.write(next);
            lines += next == '\n' ? 1 : 0;
            if (lines == 4 || start.size() == Math.min(limit, PART_LIMIT)) {
                break;
            }
        }
        return start.toByteArray();
    }

    /** The secret that the form sent; empty string where it sent none. */
    static String token(String start, @Nullable MediaType type) {
        if (!isForm(type)) {
            Matcher part = FIRST_PART.matcher(start);
            return part.lookingAt() ? part.group(1) : "";
        }
        for (String pair : start.split("&", -1)) {
            if (pair.startsWith(FIELD + "=")) {
                return pair.substring(FIELD.length() + 1);
            }
        }
        return "";
    }
}
