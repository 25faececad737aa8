package nl.schakel.delivery.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import nl.schakel.delivery.DeliveryRefused;
import org.junit.jupiter.api.Test;

class UploadFormTest {
    private static final String TYPE = "multipart/form-data; boundary=grens";

    @Test
    void fields_come_before_the_file() {
        String form = field("stap", "versturen") + field("schooljaar", "2021-2022") + file("<EDEX/>") + "--grens--\r\n";
        String seen = read(form);
        assertThat(seen).isEqualTo("{schooljaar=2021-2022, stap=versturen} <EDEX/>");
    }

    @Test
    void what_follows_the_file_is_not_read() {
        assertThat(read(file("a,b") + field("late", "x") + "--grens--\r\n")).isEqualTo("{} a,b");
    }

    @Test
    void a_file_that_was_not_chosen_is_an_empty_one() {
        assertThat(read(file("") + "--grens--\r\n")).isEqualTo("{} ");
    }

    @Test
    void a_form_without_a_file_is_refused() {
        assertThatThrownBy(() -> read(field("stap", "versturen") + "--grens--\r\n"))
                .isInstanceOf(DeliveryRefused.FieldWrong.class);
    }

    @Test
    void a_field_without_end_is_refused() {
        assertThatThrownBy(() -> read(field("stap", "x".repeat(2_000)) + file("a") + "--grens--\r\n"))
                .isInstanceOf(DeliveryRefused.FieldWrong.class);
    }

    @Test
    void a_form_that_breaks_off_is_an_interruption() {
        assertThatThrownBy(() -> read("--grens\r\nContent-Disposition: form-data; name=\"stap\"\r\n\r\nver"))
                .isInstanceOf(DeliveryRefused.Interrupted.class);
    }

    @Test
    void another_kind_of_body_is_an_interruption() {
        assertThatThrownBy(() -> UploadForm.read(bytes("x"), "text/plain", (fields, file) -> ""))
                .isInstanceOf(DeliveryRefused.Interrupted.class);
    }

    @Test
    void a_file_is_handed_over_while_it_arrives() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        InputStream body = new SequenceInputStream(bytes(file("").replace("\r\n\r\n\r\n", "\r\n\r\n")), endless);
        int first = UploadForm.read(body, TYPE, (fields, file) -> next(file));
        assertThat(first).isEqualTo('x');
    }

    private static int next(InputStream file) {
        try {
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String form) {
        return UploadForm.read(bytes(form), TYPE, UploadFormTest::seen);
    }

    private static String seen(Map<String, String> fields, InputStream file) {
        try {
            String content = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new TreeMap<>(fields) + " " + content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(String name, String value) {
        return "--grens\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String content) {
        return "--grens\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"a.xml\"\r\n"
                + "Content-Type: text/xml\r\n\r\n" + content + "\r\n";
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
