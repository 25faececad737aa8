package nl.schakel.startup.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    @ParameterizedTest
    @ValueSource(strings = {"11.0.2", "16", "18.0.1", "21.0.2+13", "25"})
    void another_jdk_is_refused_in_one_line_that_names_both(String version) {
        Runtime.Version other = Runtime.Version.parse(version);
        assertThatThrownBy(() -> Launcher.requireJdk(other))
                .isInstanceOf(StartupFailure.class)
                .hasMessage("Schakel draait op JDK 17; dit is JDK " + other.feature() + ".");
    }

    @Test
    void every_build_of_jdk_17_is_accepted() {
        assertThatCode(() -> Launcher.requireJdk(Runtime.Version.parse("17.0.15+6")))
                .doesNotThrowAnyException();
    }
}
