package nl.schakel.account.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @CsvSource({
        "/portaal/leveringen, leveringen",
        "leveringen/7f3a-1?gelukt=ja, leveringen/7f3a-1?gelukt=ja",
        "start, start"
    })
    void a_page_of_the_portal_is_where_a_sign_in_leads(String target, String path) {
        assertThat(Destination.of(target)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://kwaad.example/",
                "//kwaad.example",
                "/portaal//kwaad.example",
                "\\\\kwaad.example",
                "javascript:alert(1)",
                "aanmelden",
                "/portaal/afmelden",
                "x\r\nSet-Cookie: a=b",
                "/etc/passwd",
                "start?naar=https://kwaad.example"
            })
    void everything_else_leads_to_the_start_page(String target) {
        assertThat(Destination.of(target)).isEqualTo("start");
    }
}
