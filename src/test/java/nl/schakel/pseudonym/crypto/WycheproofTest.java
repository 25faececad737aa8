package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.Vectors.hex;
import static nl.schakel.pseudonym.crypto.Vectors.key;
import static nl.schakel.pseudonym.crypto.Vectors.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's cases for HMAC and HKDF with SHA-256; more than a third of the HMAC cases are wrong tags. */
class WycheproofTest {
    private static final int BITS = 8;
    private static final int LONGEST = 255 * 32;

    @Test
    void hmac_gives_every_valid_tag_and_none_of_the_invalid_ones() {
        each("wycheproof-hmac-sha256.json", (group, test) -> {
            byte[] tag = key(test.getString("key")).tag(hex(test.getString("msg")));
            String cut = hex(Arrays.copyOf(tag, group.getInt("tagSize") / BITS));
            assertThat(cut.equals(test.getString("tag")))
                    .as("case %d", test.getInt("tcId"))
                    .isEqualTo(test.getString("result").equals("valid"));
        });
    }

    @Test
    void hkdf_gives_every_output_and_refuses_what_is_too_long() {
        each("wycheproof-hkdf-sha256.json", (group, test) -> {
            String salt = test.getString("salt");
            HmacKey extracted =
                    key(hex(key(salt.isEmpty() ? "00".repeat(32) : salt).tag(hex(test.getString("ikm")))));
            byte[] info = hex(test.getString("info"));
            int size = test.getInt("size");
            if (test.getString("result").equals("valid")) {
                assertThat(hex(Hkdf.expand(extracted, info, size)))
                        .as("case %d", test.getInt("tcId"))
                        .isEqualTo(test.getString("okm"));
            } else {
                assertThat(size).as("case %d", test.getInt("tcId")).isGreaterThan(LONGEST);
                assertThatThrownBy(() -> Hkdf.expand(extracted, info, size))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        });
    }

    private static void each(String name, BiConsumer<JsonObject, JsonObject> check) {
        JsonObject file = Vectors.file(name);
        int cases = 0;
        for (JsonObject group : list(file, "testGroups")) {
            for (JsonObject test : list(group, "tests")) {
                check.accept(group, test);
                cases++;
            }
        }
        assertThat(cases).isEqualTo(file.getInt("numberOfTests"));
    }
}
