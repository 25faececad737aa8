package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import nl.schakel.pseudonym.KeyChanges.Unseen;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.PseudonymRefused.KeysChanged;
import nl.schakel.pseudonym.PseudonymRefused.OtherSeries;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.SeriesInForce;
import nl.schakel.pseudonym.Token;
import nl.schakel.pupil.Pgn;
import org.junit.jupiter.api.Test;

/** Who is found, and by which values, while the keys change and afterwards. */
class ChangeSeriesTest extends ChangeSeriesWorld {
    @Test
    void after_a_full_delivery_every_number_and_key_finds_its_person_and_only_new_values_are_stored() throws Exception {
        world.deliver(old);
        try {
            for (KeySeries next : List.of(NEW, COMPACT)) {
                activated = next.equals(NEW);
                rolledBack(() -> {
                    List<PersonKey> persons = world.admit(old);
                    Unseen moved = open();
                    assertThat(changes.inForce()).isEqualTo(new SeriesInForce(next, Optional.of(OLD)));
                    assertThat(world.admit(open(next))).as("seed %d", SEED).isEqualTo(persons);
                    assertThat(changes.unseen(NOW).persons())
                            .isEqualTo(moved.persons() - RotationWorld.PERSONS * 2 / 3);
                    close();
                    assertThat(world.admit(closed(next))).isEqualTo(persons);
                    assertThat(world.delivered()).isEqualTo(world.expectedLocals(closed(next)));
                    assertThat(changes.inForce()).isEqualTo(new SeriesInForce(next, Optional.empty()));
                    assertThat(changes.unseen(NOW)).isEqualTo(new Unseen(0, 0, 0, 0, 0));
                    return null;
                });
            }
        } finally {
            world.forget();
        }
    }

    @Test
    void what_is_not_delivered_again_is_counted_keeps_its_person_and_is_a_second_one_afterwards() throws Exception {
        rolledBack(() -> {
            List<Pgn> numbers = numbers(40);
            List<PersonKey> before = admit(old.linkage(numbers));
            Unseen moved = open();
            List<Pgn> seen = numbers.subList(0, 30);
            assertThat(admit(open(NEW).linkage(seen))).isEqualTo(before.subList(0, 30));
            assertThat(changes.unseen(NOW).persons()).isEqualTo(moved.persons() - 30);
            assertThat(close().persons()).isEqualTo(moved.persons() - 30);
            List<PersonKey> after = admit(closed(NEW).linkage(numbers));
            assertThat(after.subList(0, 30)).isEqualTo(before.subList(0, 30));
            assertThat(after.subList(30, 40)).doesNotContainAnyElementsOf(before);
            assertThat(statements.number("select count(*) from pseudonym.person where p = any (?)", (Object)
                            before.stream().map(PersonKey::bytes).toArray(byte[][]::new)))
                    .isEqualTo(40);
            return null;
        });
    }

    @Test
    void blind_and_direct_find_the_same_persons_while_a_change_is_open_and_afterwards() throws Exception {
        rolledBack(() -> {
            List<Pgn> numbers = numbers(20);
            List<PersonKey> before = admit(old.linkage(numbers));
            open();
            Pseudonymizer both = open(NEW);
            List<Token> blind =
                    keys.evaluated(numbers, 2, 1).stream().map(both::linkage).toList();
            assertThat(blind).isEqualTo(both.linkage(numbers));
            assertThat(blind.stream().map(Token::earlier).toList())
                    .isEqualTo(
                            both.linkage(numbers).stream().map(Token::earlier).toList());
            assertThat(admit(blind)).isEqualTo(before);
            close();
            assertThat(admit(keys.evaluated(numbers, 2).stream()
                            .map(closed(NEW)::linkage)
                            .toList()))
                    .isEqualTo(before);
            return null;
        });
    }

    @Test
    void a_number_evaluated_under_one_series_only_is_refused_while_a_change_is_open() {
        List<Pgn> one = numbers(1);
        for (int[] versions : new int[][] {{1}, {2}}) {
            assertThatThrownBy(() ->
                            open(NEW).linkage(keys.evaluated(one, versions).get(0)))
                    .isInstanceOf(OtherSeries.class);
        }
        assertThatThrownBy(() -> closed(NEW).linkage(keys.evaluated(one, 1).get(0)))
                .isInstanceOf(OtherSeries.class);
        assertThat(open(COMPACT).linkage(keys.evaluated(one, 1).get(0)))
                .isEqualTo(open(COMPACT).linkage(one.get(0)));
    }

    @Test
    void a_numbered_person_not_seen_again_is_not_merged_into_another_by_a_local_key() throws Exception {
        rolledBack(() -> {
            List<Pgn> numbers = numbers(2);
            Token localOld = world.localOf(old, 1);
            PersonKey first = admitBoth(old.linkage(numbers.get(0)), localOld);
            open();
            Pseudonymizer both = open(NEW);
            Token local = world.localOf(both, 1);
            PersonKey second = admitBoth(both.linkage(numbers.get(1)), local);
            assertThat(second).isNotEqualTo(first);
            assertThat(admit(List.of(both.linkage(numbers.get(0))))).containsExactly(first);
            return null;
        });
    }

    @Test
    void values_of_the_earlier_series_alone_are_refused_while_a_change_is_open() throws Exception {
        rolledBack(() -> {
            open();
            assertThatThrownBy(() -> admit(old.linkage(numbers(3)))).isInstanceOf(KeysChanged.class);
            return null;
        });
    }

    @Test
    void a_pupil_delivered_direct_then_blind_then_direct_is_one_person_and_one_delivered_before_only_is_not_seen()
            throws Exception {
        rolledBack(() -> {
            List<Pgn> two = numbers(2);
            List<PersonKey> before = admit(old.linkage(two));
            Unseen moved = open();
            Pgn pupil = two.get(0);
            Token blind = open(NEW).linkage(keys.evaluated(List.of(pupil), 2, 1).get(0));
            assertThat(admit(List.of(blind))).containsExactly(before.get(0));
            assertThat(changes.unseen(NOW).persons()).isEqualTo(moved.persons() - 1);
            assertThat(close().persons()).isEqualTo(moved.persons() - 1);
            List<PersonKey> after = admit(closed(NEW).linkage(two));
            assertThat(after.get(0)).isEqualTo(before.get(0));
            assertThat(after.get(1)).isNotIn(before);
            return null;
        });
    }

    @Test
    void constraints_indexes_rights_comments_and_views_are_as_before() throws Exception {
        rolledBack(() -> {
            world.admit(old);
            List<String> before = world.catalogue();
            open();
            assertThat(world.catalogue()).isEqualTo(before);
            world.admit(open(NEW));
            close();
            assertThat(world.catalogue()).isEqualTo(before);
            return null;
        });
    }
}
