package nl.schakel.account.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpContactTest {
    @ParameterizedTest
    @CsvSource({
        "mailto:hulp@dienst.example, hulp@dienst.example",
        "tel:+31700000000, +31700000000",
        "https://dienst.example/hulp, https://dienst.example/hulp"
    })
    void an_address_is_shown_as_people_write_it(String configured, String shown) {
        HelpContact contact = HelpContact.of(Optional.of(configured));
        assertThat(contact.isGiven()).isTrue();
        assertThat(contact.link()).isEqualTo(configured);
        assertThat(contact.shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hulp@dienst.example",
                "javascript:alert(1)",
                "http://dienst.example",
                "mailto:",
                "https://dienst.example/ twee"
            })
    void anything_else_is_no_address(String configured) {
        assertThat(HelpContact.of(Optional.of(configured)).isGiven()).isFalse();
    }

    @Test
    void without_configuration_there_is_none() {
        assertThat(HelpContact.of(Optional.empty()).isGiven()).isFalse();
    }
}
