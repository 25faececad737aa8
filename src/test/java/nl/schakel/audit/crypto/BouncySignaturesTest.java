package nl.schakel.audit.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.schakel.audit.SignatureType.Algorithm;
import nl.schakel.audit.Signatures;
import nl.schakel.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BouncySignaturesTest {
    private static final HexFormat HEX = HexFormat.of();
    private final Signatures check = new BouncySignatures();

    /** One published case: a signature under a key, with what is expected. */
    private record Vector(String key, JsonObject test) {
        boolean holds(Signatures check, Algorithm algorithm) {
            return check.verifies(algorithm, HEX.parseHex(key), bytes("msg"), bytes("sig"));
        }

        private byte[] bytes(String name) {
            return HEX.parseHex(test.getString(name));
        }

        boolean valid() {
            return test.getString("result").equals("valid");
        }

        String name() {
            return test.getInt("tcId") + " " + test.getString("comment");
        }
    }

    private static List<Vector> vectors(String file) throws IOException {
        List<Vector> all = new ArrayList<>();
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(Samples.require(file)))) {
            for (JsonObject group :
                    reader.readObject().getJsonArray("testGroups").getValuesAs(JsonObject.class)) {
                JsonObject named = group.get("publicKey") instanceof JsonObject key ? key : group;
                String key = named.getString(named.containsKey("pk") ? "pk" : "publicKey");
                group.getJsonArray("tests")
                        .getValuesAs(JsonObject.class)
                        .forEach(test -> all.add(new Vector(key, test)));
            }
        }
        return all;
    }

    @Test
    void the_published_signatures_of_ed25519_hold_or_fail_as_published() throws IOException {
        List<Vector> vectors = vectors("crypto/wycheproof-ed25519.json");
        assertThat(vectors).hasSize(151).filteredOn(vector -> !vector.valid()).hasSize(63);
        assertThat(vectors).allSatisfy(vector -> assertThat(vector.holds(check, Algorithm.ED25519))
                .as(vector.name())
                .isEqualTo(vector.valid()));
    }

    /** Notes are signed with an empty context: signatures with another one do not hold, whatever was published of them. */
    @Test
    void the_published_signatures_of_ml_dsa_44_hold_or_fail_as_published() throws IOException {
        List<Vector> vectors = vectors("crypto/wycheproof-mldsa-44-verify.json");
        assertThat(vectors).hasSize(65).filteredOn(vector -> !vector.valid()).hasSize(17);
        assertThat(vectors).allSatisfy(vector -> {
            boolean context = !vector.test().getString("ctx", "").isEmpty();
            assertThat(vector.holds(check, Algorithm.ML_DSA_44))
                    .as(vector.name())
                    .isEqualTo(vector.valid() && !context);
        });
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void a_key_or_signature_of_another_length_or_of_zeros_gives_false(Algorithm algorithm) {
        byte[] key = new byte[algorithm.keyLength()];
        byte[] signature = new byte[algorithm.signatureLength()];
        byte[] message = {1, 2, 3};
        assertThat(check.verifies(algorithm, key, message, signature)).isFalse();
        assertThat(check.verifies(algorithm, new byte[0], message, signature)).isFalse();
        assertThat(check.verifies(algorithm, new byte[key.length + 1], message, signature))
                .isFalse();
        assertThat(check.verifies(algorithm, key, message, new byte[0])).isFalse();
        assertThat(check.verifies(algorithm, key, message, new byte[signature.length + 1]))
                .isFalse();
    }
}
