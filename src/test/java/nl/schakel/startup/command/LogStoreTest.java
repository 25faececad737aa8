package nl.schakel.startup.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.secret.CheapStores;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeyEntries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogStoreTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DatabaseAccess access =
            new DatabaseAccess(TestPostgres.url(), Map.of("schakel_link", TestPostgres.password(Zone.LINK)));
    private final String key = "subject/" + (100_000 + RANDOM.nextInt(800_000));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void the_keys_that_the_database_met_first_are_taken_for_ever_and_no_others() throws Exception {
        LogStore first = store("first");
        assertThatCode(() -> first.require(access)).doesNotThrowAnyException();
        assertThatThrownBy(() -> store("other").require(access))
                .isInstanceOf(StartupFailure.class)
                .hasMessage("De sleutels van houder log zijn niet te gebruiken: dit is een andere sleutel dan de"
                        + " dienst kent, of een vernietigde: " + key + " in "
                        + folder.resolve("other") + ".");
        assertThatCode(() -> first.require(access)).doesNotThrowAnyException();
    }

    @Test
    void a_store_that_does_not_open_is_refused() throws Exception {
        LogStore store = store("first");
        Files.writeString(folder.resolve("first.wachtzin"), "another pass-phrase of some length\n");
        assertThatThrownBy(() -> store.require(access))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("gaat niet open: een andere wachtzin");
    }

    @Test
    void a_store_that_is_not_configured_is_refused() {
        assertThatThrownBy(() -> new LogStore(new Settings(Map.of()), Clock.systemUTC()).require(access))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("stel schakel.sleutels.log.bestand in");
    }

    private LogStore store(String name) throws Exception {
        Path passphrase = Files.writeString(folder.resolve(name + ".wachtzin"), "a pass-phrase of some length\n");
        try (KeyEntries keys = new KeyEntries()) {
            CheapStores.write(keys.withSecret(key, RANDOM), new HolderFiles(folder.resolve(name), passphrase));
        }
        return new LogStore(
                new Settings(Map.of(
                        "SCHAKEL_SLEUTELS_LOG_BESTAND", folder.resolve(name).toString(),
                        "SCHAKEL_SLEUTELS_LOG_WACHTZIN_BESTAND", passphrase.toString())),
                Clock.systemUTC());
    }
}
