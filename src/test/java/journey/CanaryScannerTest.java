package journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryScannerTest {
    private final CanaryScanner scanner = new CanaryScanner(List.of("999990019", "Zwaluwenburg-É"));

    @ParameterizedTest
    @ValueSource(strings = {"999990019", "Zwaluwenburg-É"})
    void finds_a_value_in_every_encoding(String canary) {
        byte[] plain = canary.getBytes(StandardCharsets.UTF_8);
        assertThat(scanner.scan(("x " + canary + " y").getBytes(StandardCharsets.UTF_8)))
                .containsExactly("UTF-8");
        assertThat(scanner.scan((" " + canary).getBytes(StandardCharsets.UTF_16LE)))
                .contains("UTF-16LE");
        assertThat(scanner.scan(("é" + canary).getBytes(StandardCharsets.UTF_16BE)))
                .contains("UTF-16BE");
        assertThat(scanner.scan(ascii(HexFormat.of().formatHex(plain)))).contains("hex");
        assertThat(scanner.scan(ascii(HexFormat.of().withUpperCase().formatHex(plain))))
                .containsAnyOf("HEX", "hex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id999990019",
                "a999990019f",
                "abc999990019def",
                "081d999990019gg7",
                "\"999990019\"",
                "081D999990019FF7"
            })
    void finds_a_number_beside_letters_that_are_no_long_hexadecimal_word(String text) {
        assertThat(scanner.scan(ascii(text))).containsExactly("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "abcd"})
    void finds_a_value_in_base64_at_any_alignment(String before) {
        byte[] text = (before + "Zwaluwenburg-É" + " and more").getBytes(StandardCharsets.UTF_8);
        assertThat(scanner.scan(Base64.getEncoder().encode(text))).contains("Base64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "081d999990019ff7",
                "d113d999990019abcdef0123",
                "1999990019",
                "9999900190",
                "99999001",
                "999 990 019",
                "Zwaluwenburg-E",
                "zwaluwenburg-é"
            })
    void finds_nothing_in_what_only_looks_like_it(String text) {
        assertThat(scanner.scan(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void finds_a_value_across_the_blocks_of_a_long_stream() throws IOException {
        for (int before : List.of((1 << 20) - 4, 1 << 20, (1 << 20) + 5, 3 << 20)) {
            byte[] bytes = new byte[4 << 20];
            System.arraycopy(ascii(" 999990019 "), 0, bytes, before, 11);
            assertThat(scanner.scan(new ByteArrayInputStream(bytes)))
                    .as("at %s", before)
                    .containsExactly("UTF-8");
        }
    }

    @Test
    void refuses_a_value_that_occurs_by_chance() {
        assertThatThrownBy(() -> new CanaryScanner(List.of("12345"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void finds_a_key_in_every_encoding() {
        byte[] key = new byte[32];
        new Random(20261122).nextBytes(key);
        CanaryScanner keys = CanaryScanner.forBytes(List.of(key));
        String hex = HexFormat.of().formatHex(key);
        assertThat(keys.scan(key)).containsExactly("bytes");
        assertThat(keys.scan(ascii("k=" + hex))).containsExactly("hex");
        assertThat(keys.scan(ascii(hex.toUpperCase(Locale.ROOT)))).containsExactly("HEX");
        assertThat(keys.scan(hex.getBytes(StandardCharsets.UTF_16LE))).containsExactly("hex in UTF-16LE");
        assertThat(keys.scan(ascii(new BigInteger(1, key).toString()))).containsExactly("decimal");
        assertThat(keys.scan(Base64.getEncoder().encode(key))).containsExactly("Base64");
        assertThat(keys.scan(Base64.getUrlEncoder().encode(key))).containsExactly("Base64");
        key[31]++;
        assertThat(keys.scan(key)).as("another key").isEmpty();
    }
}
