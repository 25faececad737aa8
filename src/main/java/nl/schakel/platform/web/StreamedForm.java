package nl.schakel.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file, read as it comes in: first its text fields, then the file, of which never more than a buffer is in
 * memory and nothing on disk. The file must be the last part. Not thread-safe.
 *
 * <pre>{@code
 * StreamedForm form = StreamedForm.of(body, contentType);
 * try (InputStream file = form.file()) { receive(form.field("schooljaar"), file); }
 * }</pre>
 */
public final class StreamedForm {
    private static final int LONGEST_FIELD = 4_096;
    private static final int MOST_FIELDS = 50;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\r\\n]*\\bname=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)content-disposition:[^\\r\\n]*\\bfilename=");

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final MultipartInput parts;
    private boolean atFile;

    private StreamedForm(MultipartInput parts) {
        this.parts = parts;
    }

    /**
     * Reads up to the file.
     *
     * @param contentType the request's {@code Content-Type} with its boundary
     * @throws WebRefused.FormUnreadable where this is no multipart form
     */
    public static StreamedForm of(InputStream body, @Nullable String contentType) {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!boundary.find()) {
            throw new WebRefused.FormUnreadable();
        }
        try {
            StreamedForm form = new StreamedForm(MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary.group(1).getBytes(StandardCharsets.US_ASCII))
                    .get());
            form.readFields();
            return form;
        } catch (IOException unreadable) {
            throw new WebRefused.FormUnreadable();
        }
    }

    /** The text of a field that stood before the file; empty where there was none, or only space. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(text -> !text.isBlank());
    }

    /** The fields that stood before the file, by name. */
    public Map<String, String> fields() {
        return Map.copyOf(fields);
    }

    /** Whether a file was sent with at least a name or a byte. */
    public boolean hasFile() {
        return atFile;
    }

    /** The bytes of the file, once. @throws WebRefused.FormUnreadable where there is none */
    public InputStream file() {
        if (!atFile) {
            throw new WebRefused.FormUnreadable();
        }
        return parts.newInputStream();
    }

    private void readFields() throws IOException {
        boolean more = parts.skipPreamble();
        for (int count = 0; more; count++) {
            String headers = parts.readHeaders();
            if (FILE.matcher(headers).find()) {
                atFile = true;
                return;
            }
            if (count == MOST_FIELDS) {
                throw new WebRefused.FormUnreadable();
            }
            Matcher name = NAME.matcher(headers);
            fields.put(name.find() ? name.group(1) : "", text());
            more = parts.readBoundary();
        }
    }

    private String text() {
        try (InputStream part = parts.newInputStream()) {
            String text = new String(part.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
            if (part.read() >= 0) {
                throw new WebRefused.FormUnreadable();
            }
            return text;
        } catch (IOException unreadable) {
            throw new WebRefused.FormUnreadable();
        }
    }
}
