package nl.schakel.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressedObjectTest {
    private static final String ID = "6f1c1b52-0000-4000-8000-00000000abcd";
    private static final String OTHER = "6f1c1b52-0000-4000-8000-000000000002";

    @ParameterizedTest
    @CsvSource({
        "/api/v1/leveringen, delivery",
        "/api/v1/leveringen/ID, delivery/ID",
        "/api/v1/leveringen/ID/intrekking, delivery/ID",
        "/portaal/leveringen/ID/ontvangstbewijs, delivery/ID",
        "/api/v1/bezwaren/ID/intrekking, objection/ID",
        "/api/v1/toestemmingen, consent",
        "/api/v1/registerleveringen, register",
        "/portaal/koppelingen/ID, linkage/ID",
        "/api/v1/onderzoeken/ID/beoordelingen, study/ID",
        "/portaal/onderzoeken/ID/extracten, study/ID/extract",
        "/api/v1/extracten/ID/vrijgaven, extract/ID/release",
        "/api/v1/vrijgaven/ID/pakket, release/ID",
        "/api/v1/accounts/ID/sleutels/OTHER/intrekking, account/ID/token/OTHER",
        "/api/v1/sleutels, key",
        "/api/v1/sleutelhandelingen/ID/bevestiging, key-step/ID",
        "/portaal/sleutels/handelingen/ID/afwijzing, key/key-step/ID",
        "/portaal/logboek, log"
    })
    void an_address_names_its_object(String path, String object) {
        assertThat(AddressedObject.of(filled(path))).isEqualTo(filled(object));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/api/v1",
                "/portaal/aanmelden",
                "/portaal/problemen/geen-recht",
                "/api/v1/ID",
                "/api/v1/onbekend/leveringen/ID",
                "/api/v1/leveringen;pgn=123456782/ID",
                "/api/v1/Leveringen/ID",
                "/api/v1/%6ceveringen/ID"
            })
    void an_address_that_names_nothing_known_is_the_service(String path) {
        assertThat(AddressedObject.of(filled(path))).isEqualTo("service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/leveringen/123456782",
                "/api/v1/leveringen/Jan Jansen",
                "/api/v1/leveringen/ID123456782",
                "/api/v1/leveringen/ID;123456782",
                "/api/v1/leveringen/{ID}",
                "/api/v1/leveringen/x/ID",
                "/api/v1/leveringen//ID"
            })
    void what_was_typed_in_the_place_of_an_identifier_stays_out(String path) {
        assertThat(AddressedObject.of(filled(path))).isEqualTo("delivery");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/leveringen/ID/123456782/ID", "/api/v1/leveringen/ID/OTHER"})
    void what_follows_an_identifier_stays_out_unless_it_is_a_kind(String path) {
        assertThat(AddressedObject.of(filled(path))).isEqualTo("delivery/" + ID);
    }

    @ParameterizedTest
    @ValueSource(strings = "6F1C1B52-0000-4000-8000-00000000ABCD")
    void an_identifier_in_capitals_is_the_same_object(String id) {
        assertThat(AddressedObject.of("/api/v1/leveringen/" + id)).isEqualTo("delivery/" + ID);
    }

    private static String filled(String text) {
        return text.replace("ID", ID).replace("OTHER", OTHER);
    }
}
