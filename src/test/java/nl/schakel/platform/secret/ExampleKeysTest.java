package nl.schakel.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import nl.schakel.platform.secret.KeysUnavailable.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleKeysTest {
    @ParameterizedTest
    @CsvSource({"a, oprf token", "b, link/1 research/1", "log, checkpoint manifest staff/2026 subject/2027"})
    void are_complete_and_every_one_is_refused_outside_the_development_profile(String holder, String needed) {
        try (HolderStore store = HolderStore.open(files(holder), ExampleKeys.inDevelopment(true))) {
            assertThat(store.keyIds()).contains(needed.split(" ", -1));
            assertThat(store.checkValues().values()).noneMatch(ExampleKeys.REFUSED::accepts);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "log"})
    void open_in_the_development_profile_only(String holder) {
        assertThatThrownBy(() -> HolderStore.open(files(holder), ExampleKeys.inDevelopment(false)))
                .isInstanceOfSatisfying(KeysUnavailable.class, unavailable -> assertThat(unavailable.reason())
                        .isEqualTo(Reason.EXAMPLE_KEY));
    }

    private static HolderFiles files(String holder) {
        return new HolderFiles(
                Path.of("keys-example", holder + ".bcfks"), Path.of("keys-example", holder + ".wachtzin"));
    }
}
