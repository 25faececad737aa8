package nl.schakel.delivery.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import nl.schakel.delivery.DeliveryRefused;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * Reads a multipart form as a stream: text fields first, then the file, which is handed over while it arrives. Nothing is
 * written to disk and nothing of the file is held in memory.
 */
final class UploadForm {
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_FIELD = 1_000;

    private UploadForm() {}

    /**
     * Reads the form and hands over its fields and the stream of its file.
     *
     * @throws DeliveryRefused.FieldWrong where there is no file, or a field is too long
     * @throws DeliveryRefused.Interrupted where the form breaks off
     */
    static <T> T read(InputStream body, String contentType, BiFunction<Map<String, String>, InputStream, T> work) {
        Map<String, String> fields = new HashMap<>();
        try {
            FileItemInputIterator parts =
                    new JakartaServletFileUpload<>().getItemIterator(new StreamedBody(body, contentType));
            while (parts.hasNext() && fields.size() < MOST_FIELDS) {
                FileItemInput part = parts.next();
                if (!part.isFormField()) {
                    return work.apply(fields, part.getInputStream());
                }
                fields.put(part.getFieldName(), text(part));
            }
        } catch (IOException broken) {
            throw new DeliveryRefused.Interrupted();
        }
        throw new DeliveryRefused.FieldWrong("bestand");
    }

    private static String text(FileItemInput part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD) {
                throw new DeliveryRefused.FieldWrong("formulier");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** The body as the library wants to see it. */
    private record StreamedBody(InputStream body, String contentType) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }
}
