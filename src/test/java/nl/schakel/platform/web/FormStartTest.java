package nl.schakel.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormStartTest {
    private static final MediaType MULTIPART = MediaType.MULTIPART_FORM_DATA_TYPE;
    private static final String FIRST =
            "--x1\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nabc-_9\r\n--x1\r\n";

    @Test
    void a_plain_form_gives_its_secret_wherever_it_stands() {
        MediaType form = MediaType.APPLICATION_FORM_URLENCODED_TYPE;
        assertThat(FormStart.token("naam=a&_csrf=abc&x=y", form)).isEqualTo("abc");
        assertThat(FormStart.token("_csrf=abc", form)).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "naam=a", "x_csrf=abc", "naam=_csrf", "_csrf", "_CSRF=abc"})
    void a_plain_form_without_the_field_gives_nothing(String body) {
        assertThat(FormStart.token(body, MediaType.APPLICATION_FORM_URLENCODED_TYPE))
                .isEmpty();
    }

    @Test
    void an_upload_gives_its_secret_from_its_first_part_and_no_more_is_read() throws IOException {
        byte[] body = (FIRST + "the file that nobody has read yet").getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream stream = new ByteArrayInputStream(body);
        String start = new String(FormStart.firstPart(stream, 60_000), StandardCharsets.UTF_8);
        assertThat(FormStart.token(start, MULTIPART)).isEqualTo("abc-_9");
        assertThat(stream.available()).isGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--x1\r\nContent-Disposition: form-data; name=\"bestand\"\r\n\r\nabc\r\n--x1\r\n",
                "--x1\r\nContent-Disposition: form-data; name=\"_csrf\"; filename=\"a\"\r\n\r\nabc\r\n",
                "x\r\n--x1\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nabc\r\n",
                "--x1\nContent-Disposition: form-data; name=\"_csrf\"\n\nabc\n",
                "--x1\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nab c\r\n",
                "_csrf=abc"
            })
    void an_upload_that_starts_otherwise_gives_nothing(String body) {
        assertThat(FormStart.token(body, MULTIPART)).isEmpty();
    }

    @Test
    void a_body_without_type_gives_nothing() {
        assertThat(FormStart.token("_csrf=abc", null)).isEmpty();
    }

    @Test
    void an_endless_first_line_is_not_read_to_its_end() throws IOException {
        byte[] endless = new byte[1_000_000];
        assertThat(FormStart.firstPart(new ByteArrayInputStream(endless), 60_000))
                .hasSizeLessThan(2_000);
    }
}
