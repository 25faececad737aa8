package nl.schakel.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Renders the error page where no controller was reached. */
@Provider
@ApplicationScoped
public class ErrorViewWriter implements MessageBodyWriter<Object> {
    @Inject
    private Templates templates;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == ErrorView.class;
    }

    @Override
    public void writeTo(
            Object view,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        String page = templates.render(ErrorAnswers.TEMPLATE, ((ErrorView) view).parameters());
        out.write(page.getBytes(StandardCharsets.UTF_8));
    }
}
