package nl.schakel.audit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrictJsonTest {
    private static final long SEED = 20261122;

    @Test
    void the_published_vectors_are_told_from_other_spellings(@TempDir Path folder) throws IOException {
        List<Probe> probes = JcsProbes.all();
        assertThat(probes).hasSize(12);
        for (Probe probe : probes) {
            String told = Probe.told(probe.verdict(folder.resolve("bundel")));
            String other = probe.code().equals("LB-11") ? "LB-13" : "LB-11";
            assertThat(told).as(probe.name()).contains(probe.code() + " 5 0").doesNotContain(other + " ");
        }
    }

    @Test
    void numbers_are_written_as_an_independent_writer_does() throws Exception {
        Random random = new Random(SEED);
        for (int tried = 0; tried < 3000; tried++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                continue;
            }
            String text = "[" + number + "]";
            assertThat(CanonicalText.of(StrictJson.parse(text)))
                    .as("seed %d, %s", SEED, text)
                    .isEqualTo(new JsonCanonicalizer(text).getEncodedString());
        }
    }

    @Test
    void what_is_no_json_is_no_canonical_object() {
        for (String wrong : List.of(
                "",
                " ",
                "{",
                "}",
                "[]",
                "1",
                "null",
                "\"a\"",
                "{a:1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":NaN}",
                "{\"a\":1e400}",
                "{\"a\":-0}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\ude00\"}",
                "{\"a\":1}{}",
                "{\"a\":1} ",
                " {\"a\":1}",
                "{\"a\": 1}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":tru}",
                "{\"a\":nul}",
                "{\"a\":[1,]}",
                "{\"a\":[1}",
                "{\"a\":\"b}",
                "{\"\\u0061\":1}",
                "{\"a\":" + "[".repeat(17) + "]".repeat(17) + "}",
                "{\"a\":\"\ud83d\"}",
                "{\"a\":\"\\u00E9\"}")) {
            assertThat(StrictJson.canonicalObject(wrong)).as(wrong).isEmpty();
        }
        for (String right : List.of(
                "{}",
                "{\"a\":1}",
                "{\"a\":[]}",
                "{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}",
                "{\"a\":\"\ud83d\ude00\"}",
                "{\"a\":1e+21,\"b\":1e-7,\"c\":0.000001,\"d\":-1.5,\"e\":[null,true,false]}",
                "{\"\":\"\\u001f\\n\"}")) {
            assertThat(StrictJson.canonicalObject(right)).as(right).isPresent();
        }
    }
}
