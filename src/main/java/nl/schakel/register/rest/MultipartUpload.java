package nl.schakel.register.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.schakel.register.RegisterUpload;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart body, each a stream; nothing is buffered. */
final class MultipartUpload implements RegisterUpload {
    private final FileItemInputIterator parts;

    MultipartUpload(InputStream body, String contentType) throws IOException {
        parts = new JakartaServletFileUpload<>().getItemIterator(new StreamedBody(body, contentType));
    }

    @Override
    public Optional<UploadPart> next() throws IOException {
        if (!parts.hasNext()) {
            return Optional.empty();
        }
        FileItemInput part = parts.next();
        @Nullable String name = part.getFieldName();
        return Optional.of(new UploadPart(name == null ? "" : name, part.getInputStream()));
    }

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
