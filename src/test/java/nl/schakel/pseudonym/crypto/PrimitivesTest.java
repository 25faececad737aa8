package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.Vectors.hex;
import static nl.schakel.pseudonym.crypto.Vectors.key;
import static nl.schakel.pseudonym.crypto.Vectors.list;
import static nl.schakel.pseudonym.crypto.Vectors.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HMAC, HKDF, hash-to-curve and OPRF against the vectors of their RFCs. */
class PrimitivesTest {
    @Test
    void hmac_gives_the_tags_of_rfc_4231() {
        for (JsonObject vector : list(Vectors.file("rfc4231-hmac-sha256.json"), "vectors")) {
            String tag = hex(key(vector.getString("key")).tag(hex(vector.getString("data"))));
            assertThat(tag).as("case %s", vector.get("tc")).startsWith(vector.getString("tag"));
        }
    }

    @Test
    void hkdf_expands_as_in_rfc_5869() {
        for (JsonObject vector : list(Vectors.file("rfc5869-hkdf-sha256.json"), "vectors")) {
            byte[] output =
                    Hkdf.expand(key(vector.getString("prk")), hex(vector.getString("info")), vector.getInt("L"));
            assertThat(hex(output)).as("case %s", vector.get("tc")).isEqualTo(vector.getString("okm"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 8161})
    void hkdf_refuses_a_length_it_cannot_give(int length) {
        assertThatThrownBy(() -> Hkdf.expand(key("00"), new byte[0], length))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hash_to_curve_gives_the_points_of_rfc_9380() {
        JsonObject file = Vectors.file("rfc9380-p256-hash-to-curve.json");
        HashToCurve hash = new HashToCurve(new MessageExpansion(file.getString("dst")));
        for (JsonObject vector : list(file, "vectors")) {
            String message = vector.getString("msg");
            ECPoint point = hash.hash(List.of(message.getBytes(StandardCharsets.UTF_8)))
                    .get(0)
                    .toLibrary();
            JsonObject expected = vector.getJsonObject("P");
            assertThat(point.getAffineXCoord().toBigInteger()).as(message).isEqualTo(number(expected.getString("x")));
            assertThat(point.getAffineYCoord().toBigInteger()).as(message).isEqualTo(number(expected.getString("y")));
        }
    }

    @Test
    void hash_to_curve_agrees_with_the_library_on_random_messages() {
        long seed = 20261121;
        Random random = new Random(seed);
        HashToCurve hash = new HashToCurve(new MessageExpansion("test"));
        HashToEllipticCurve library = HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, "test");
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] message = new byte[random.nextInt(40)];
            random.nextBytes(message);
            messages.add(message);
        }
        List<CurvePoint> together = hash.hash(messages);
        for (int i = 0; i < messages.size(); i++) {
            ECPoint expected = library.hashToCurve(messages.get(i));
            assertThat(together.get(i).toLibrary())
                    .as("seed %d, try %d", seed, i)
                    .isEqualTo(expected);
            assertThat(hash.hash(messages.subList(i, i + 1)).get(0).toLibrary()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void a_domain_separation_tag_has_1_to_255_bytes(int length) {
        assertThatThrownBy(() -> new MessageExpansion(new byte[length])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oprf_gives_the_outputs_of_rfc_9497() {
        JsonObject suite = list(Vectors.file("rfc9497-oprf.json"), "suites").stream()
                .filter(s -> s.getString("identifier").equals("P256-SHA256") && s.getInt("mode") == 0)
                .findAny()
                .orElseThrow();
        SecretScalar key = new SecretScalar(Vectors.secret(suite.getString("skSm")));
        for (PointMultiplier multiplier : List.of(key.multiplier(), key.blinded())) {
            for (JsonObject vector : list(suite, "vectors")) {
                byte[] output = new Oprf(multiplier).evaluate(hex(vector.getString("Input")));
                assertThat(hex(output)).isEqualTo(vector.getString("Output"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'',''", "66,my", "666f,mzxq", "666f6f,mzxw6", "666f6f62,mzxw6yq", "666f6f6261,mzxw6ytb"})
    void base32_writes_the_examples_of_rfc_4648_in_lower_case(String bytes, String text) {
        assertThat(Base32.encode(hex(bytes), bytes.length() / 2)).isEqualTo(text);
    }

    @Test
    void framing_never_gives_two_lists_of_parts_one_message() {
        long seed = 20261121;
        Random random = new Random(seed);
        Set<List<String>> lists = new HashSet<>();
        Set<String> messages = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            List<String> parts = new ArrayList<>();
            Framed framed = new Framed();
            for (int count = 1 + random.nextInt(4); count > 0; count--) {
                String part = "a\0".repeat(random.nextInt(3)) + "\1".repeat(random.nextInt(3));
                parts.add(part);
                framed.text(part);
            }
            lists.add(parts);
            messages.add(hex(framed.toBytes()));
        }
        assertThat(messages).as("seed %d", seed).hasSameSizeAs(lists);
        assertThatThrownBy(() -> new Framed().bytes(new byte[65_536])).isInstanceOf(IllegalArgumentException.class);
    }
}
