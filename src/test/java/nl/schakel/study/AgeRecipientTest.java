package nl.schakel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeRecipientTest {
    private static final String RIGHT = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
                "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg",
                "  age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\n"
            })
    void reads_a_recipient(String text) {
        assertThat(AgeRecipient.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "age1",
                "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q",
                "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8",
                "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8pp",
                "AGE1QL3Z7HJY54PW3HYWW5AYYFG7ZQGVC7W3J2ELW8ZMRJ2KG5SFN9AQMCAC8P",
                "Age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
                "age1lq3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
                "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8b",
                "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN"
            })
    void refuses_anything_else(String text) {
        assertThat(AgeRecipient.parse(text)).isEmpty();
        assertThatThrownBy(() -> new AgeRecipient(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void notices_any_single_mistyped_character() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            int place = random.nextInt(RIGHT.length());
            char other = "qpzry9x8gf2tvdw0s3jn54khce6mua7l".charAt(random.nextInt(32));
            String wrong = RIGHT.substring(0, place) + other + RIGHT.substring(place + 1);
            assertThat(AgeRecipient.parse(wrong).isPresent())
                    .as("seed %d, try %d: %s", seed, i, wrong)
                    .isEqualTo(wrong.equals(RIGHT));
        }
    }

    @Test
    void shows_its_last_characters_in_groups() {
        assertThat(new AgeRecipient(RIGHT).shortForm()).isEqualTo("sfn9 aqmc ac8p");
    }
}
