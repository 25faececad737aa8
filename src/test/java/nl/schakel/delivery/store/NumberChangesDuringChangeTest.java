package nl.schakel.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.NumberChange;
import nl.schakel.platform.database.CopiedDatabase;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.store.StoredPeople;
import nl.schakel.samples.ChangingTokens;
import nl.schakel.samples.PlainTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of numbers while a change of keys is open, and after it is closed, in a database of their own. */
class NumberChangesDuringChangeTest extends NumberChangesWorld {
    private final Pseudonymizer next = new PlainTokens(UUID.randomUUID().toString());

    NumberChangesDuringChangeTest() throws SQLException {
        super(new CopiedDatabase());
    }

    private void open() throws Exception {
        generation++;
        place.committed(Zone.LINK, null, database -> StoredPeople.open(database, generation));
        tokens = new ChangingTokens(next, tokens);
    }

    private void close() throws Exception {
        place.committed(Zone.LINK, null, StoredPeople::close);
        tokens = next;
    }

    /** Pupils are delivered, then the keys change: the school reports a number before or after it delivers again. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nobody was seen again, A/k B/k, '', ''",
        "the new number was never seen, A/k, '', ''",
        "the old number was seen again, A/k B/k, '', A/k",
        "the new number was seen again, A/k B/k, '', B/k",
        "the new number came only after the keys changed, A/k, '', B/k",
        "both were seen again, A/k B/k, '', A/k B/k",
        "another school knows the new number, A/k, B/z, ''",
        "another school knows the new number and the old was seen again, A/k, B/z, A/k",
    })
    void numbers_change_while_the_keys_change(String name, String delivered, String elsewhere, String again)
            throws Exception {
        for (String pupil : delivered.split(" ")) {
            school.deliver(pupil);
        }
        if (!elsewhere.isEmpty()) {
            other.deliver(elsewhere);
        }
        String person = who("A");
        Optional<PersonKey> known =
                (delivered + elsewhere).contains("B") ? Optional.of(school.admitted("B")) : Optional.empty();
        open();
        if (!again.isEmpty()) {
            school.deliver(again.split(" "));
        }
        NumberChange change = school.change("AB").get(0);
        assertThat(who("A")).isEqualTo(person).isEqualTo(who("B")).isEqualTo(who("A/k"));
        if (known.isPresent()) {
            assertThat(school.admitted("B")).isEqualTo(known.get());
        }
        school.undo(change.id());
        assertThat(who("A")).isEqualTo(person).isNotEqualTo(who("B"));
        school.change("AB");
        close();
        assertThat(List.of(who("A"), who("B"), who("A/k"))).as("afterwards").containsOnly(person);
    }

    @Test
    void two_pupils_of_a_school_stay_two_whichever_keys_they_were_delivered_under() throws Exception {
        school.deliver("A/k", "B/l");
        open();
        assertThatThrownBy(() -> school.change("AB")).isInstanceOf(DeliveryRefused.NumberChangesWrong.class);
        school.deliver("B/l");
        assertThatThrownBy(() -> school.change("AB")).isInstanceOf(DeliveryRefused.NumberChangesWrong.class);
        school.deliver("A/k");
        close();
        assertThatThrownBy(() -> school.change("AB")).isInstanceOf(DeliveryRefused.NumberChangesWrong.class);
    }
}
