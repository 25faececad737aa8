package nl.schakel.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedFormTest {
    private static final String TYPE = "multipart/form-data; boundary=x1";

    @Test
    void fields_come_first_and_the_file_is_handed_over_as_a_stream() throws IOException {
        StreamedForm form = form(part("_csrf", "t") + part("schooljaar", "2021-2022") + file("<EDEX/>") + "--x1--\r\n");
        assertThat(form.field("schooljaar")).contains("2021-2022");
        try (InputStream file = form.file()) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("<EDEX/>");
        }
    }

    @Test
    void what_follows_the_file_is_not_read_and_a_file_that_was_not_chosen_is_an_empty_one() throws IOException {
        StreamedForm form = form(part("stap", "versturen") + file("") + part("late", "x") + "--x1--\r\n");
        assertThat(form.fields()).containsExactly(java.util.Map.entry("stap", "versturen"));
        assertThat(form.hasFile()).isTrue();
        try (InputStream file = form.file()) {
            assertThat(file.readAllBytes()).isEmpty();
        }
    }

    @Test
    void a_file_is_handed_over_while_it_arrives() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        String start = file("").substring(0, file("").length() - 2);
        InputStream body =
                new SequenceInputStream(new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), endless);
        assertThat(StreamedForm.of(body, TYPE).file().read()).isEqualTo('x');
    }

    @Test
    void an_empty_field_counts_as_missing() {
        StreamedForm form = form(part("schooljaar", "  ") + file("x") + "--x1--\r\n");
        assertThat(form.field("schooljaar")).isEmpty();
        assertThat(form.field("onbekend")).isEmpty();
    }

    @Test
    void a_form_without_a_file_says_so() {
        StreamedForm form = form(part("a", "b") + "--x1--\r\n");
        assertThat(form.hasFile()).isFalse();
        assertThatThrownBy(form::file).isInstanceOf(WebRefused.class);
    }

    @Test
    void a_field_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> form(part("a", "b".repeat(5_000)) + "--x1--\r\n"))
                .isInstanceOf(WebRefused.class);
    }

    @Test
    void too_many_fields_are_refused() {
        assertThatThrownBy(() -> form(part("a", "b").repeat(60) + "--x1--\r\n")).isInstanceOf(WebRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "multipart/form-data", "multipart/form-data; boundary="})
    void another_type_is_refused(String type) {
        assertThatThrownBy(() -> StreamedForm.of(new ByteArrayInputStream(new byte[0]), type))
                .isInstanceOf(WebRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--x1\r\n", "--x1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end"})
    void a_broken_body_is_refused(String body) {
        assertThatThrownBy(() -> form(body)).isInstanceOf(WebRefused.class);
    }

    private static StreamedForm form(String body) {
        return StreamedForm.of(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), TYPE);
    }

    private static String part(String name, String value) {
        return "--x1\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String content) {
        return "--x1\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"EDEX.XML\"\r\n"
                + "Content-Type: text/xml\r\n\r\n" + content + "\r\n";
    }
}
