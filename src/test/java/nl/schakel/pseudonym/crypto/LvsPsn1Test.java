package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.Vectors.hex;
import static nl.schakel.pseudonym.crypto.Vectors.key;
import static nl.schakel.pseudonym.crypto.Vectors.layers;
import static nl.schakel.pseudonym.crypto.Vectors.list;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigInteger;
import java.util.TreeMap;
import nl.schakel.platform.secret.KeyCheck;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Reveal;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.Test;

/** The vectors of LVS-PSN-1, on which two independent implementations agree; in them LP stands in the place of P. */
class LvsPsn1Test {
    private final JsonObject file = Vectors.file("lvs-psn-1.json");

    @Test
    void every_step_gives_the_published_value() {
        Oprf oprf = new Oprf(new SecretScalar(Vectors.secret(file.getString("oprf_scalar"))).multiplier());
        LinkLayers first = layers(file.getString("k_link_1"));
        LinkLayers second = layers(file.getString("k_link_1"), file.getString("k_link_2"));
        for (JsonObject vector : list(file, "vectors")) {
            byte[] cid = Pgn.parse(vector.getString("pgn")).orElseThrow().canonical(Reveal.forKeyedHashing());
            byte[] y = oprf.evaluate(cid);
            assertThat(hex(cid)).isEqualTo(vector.getString("cid"));
            assertThat(hex(y)).isEqualTo(vector.getString("y"));
            assertThat(hex(first.over(y).bytes())).isEqualTo(vector.getString("lp1"));
            assertThat(hex(second.over(y).bytes())).isEqualTo(vector.getString("lp2"));
        }
    }

    @Test
    void research_pseudonyms_are_the_published_ones_for_the_second_generation() {
        RootedStudyPseudonyms studies = new RootedStudyPseudonyms(key(file.getString("research_root")));
        for (JsonObject vector : list(file, "vectors")) {
            PersonKey inPlaceOfP = PersonKey.of(hex(vector.getString("lp2")));
            assertThat(studies.forStudy(vector.getString("project"), 1)
                            .of(inPlaceOfP)
                            .value())
                    .isEqualTo(vector.getString("rp"));
        }
    }

    @Test
    void check_values_and_public_key_are_the_published_ones() {
        assertThat(KeyCheck.of("link/1", Vectors.secret(file.getString("k_link_1"))))
                .isEqualTo(file.getString("kcv_link_1"));
        byte[] point = CustomNamedCurves.getByName("P-256")
                .getG()
                .multiply(new BigInteger(file.getString("oprf_scalar"), 16))
                .getEncoded(true);
        assertThat(hex(point)).isEqualTo(file.getString("oprf_public_key"));
    }

    @Test
    void texts_that_are_no_number_have_no_encoding() {
        for (JsonString text : file.getJsonArray("must_reject").getValuesAs(JsonString.class)) {
            assertThat(Pgn.parse(text.getString()))
                    .as("length %d", text.getString().length())
                    .isEmpty();
        }
    }

    @Test
    void a_generation_is_a_layer_over_the_one_before() {
        String k1 = file.getString("k_link_1");
        String k2 = file.getString("k_link_2");
        byte[] value = new byte[Token.LENGTH];
        Token stored = layers(k1).over(value);
        TreeMap<Integer, HmacKey> onlySecond = new TreeMap<>();
        onlySecond.put(2, key(k2));
        assertThat(new LinkLayers(onlySecond).over(stored.bytes()))
                .isEqualTo(layers(k1, k2).over(value));
    }
}
