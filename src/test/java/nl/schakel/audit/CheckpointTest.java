package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void what_is_written_is_read_again() {
        Checkpoint checkpoint = new Checkpoint("schakel.test/log", 12, ROOT);
        assertThat(checkpoint.text()).isEqualTo("schakel.test/log\n12\n" + ROOT + "\n");
        assertThat(Checkpoint.read(checkpoint.text())).contains(checkpoint);
        assertThat(Checkpoint.of("schakel.test/log", 12, checkpoint.rootHash())).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "log\n12\n" + ROOT,
                "log\n12\n" + ROOT + "\n\n",
                "log\n12\n" + ROOT + "\nextension\n",
                "\n12\n" + ROOT + "\n",
                "lo g\n12\n" + ROOT + "\n",
                "lo+g\n12\n" + ROOT + "\n",
                "log\n012\n" + ROOT + "\n",
                "log\n+12\n" + ROOT + "\n",
                "log\n-1\n" + ROOT + "\n",
                "log\n12 \n" + ROOT + "\n",
                "log\n\n" + ROOT + "\n",
                "log\n1e3\n" + ROOT + "\n",
                "log\n9223372036854775808\n" + ROOT + "\n",
                "log\n12\r\n" + ROOT + "\n",
                "log\n12\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "log\n12\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
                "log\n12\n47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "log\n12\nAAAA\n",
                "log\n12\n\n"
            })
    void any_other_byte_makes_it_no_checkpoint(String text) {
        assertThat(Checkpoint.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lo g, 1, " + ROOT, "log, -1, " + ROOT, "log, 1, AAAA", "log, 1, '?'", "'', 1, " + ROOT})
    void a_checkpoint_with_a_part_of_another_form_is_not_made(String origin, long size, String root) {
        assertThatThrownBy(() -> new Checkpoint(origin, size, root)).isInstanceOf(IllegalArgumentException.class);
    }
}
