package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.pseudonym.KnownKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresKnownKeysTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final String CHECK = "00b1653960203965";

    private final KnownKeys known = new PostgresKnownKeys(TestPostgres.database(null), CLOCK);

    @Test
    void the_first_key_of_an_id_is_recognized_for_ever_and_no_other() {
        String keyId = "k" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        assertThat(known.recognizes(keyId, CHECK)).isTrue();
        assertThat(known.recognizes(keyId, CHECK)).isTrue();
        assertThat(known.recognizes(keyId, "10b1653960203965")).isFalse();
        assertThat(known.recognizes(keyId + "/2", "10b1653960203965")).isTrue();
        assertThat(known.recognizes(keyId, CHECK)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 00b1653960203965",
        "Link/1, 00b1653960203965",
        "newkey, 00B1653960203965",
        "newkey, 00b1",
        "newkey, ''"
    })
    void what_is_no_key_id_or_check_value_is_not_stored(String keyId, String checkValue) {
        assertThatThrownBy(() -> known.recognizes(keyId, checkValue)).hasMessageContaining("23514");
    }
}
