package nl.schakel.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.delivery.ChangeNumbers;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.NumberChange;
import nl.schakel.delivery.NumberChangeId;
import nl.schakel.platform.database.TestDatabase;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of numbers under one series of keys. */
class NumberChangesTest extends NumberChangesWorld {
    NumberChangesTest() {
        super(TestDatabase.SHARED);
    }

    @Test
    void both_numbers_are_one_pupil_and_the_key_of_the_old_one_stays() throws Exception {
        school.deliver("A/k");
        String person = who("A");
        NumberChange change = school.change("AB").get(0);
        assertThat(change.isOpen()).isTrue();
        assertThat(change.day()).isEqualTo(DAY);
        assertThat(who("A")).isEqualTo(person).isEqualTo(who("B")).isEqualTo(who("B/k"));
        assertThat(other.list()).isEmpty();
        assertThat(school.list()).extracting(NumberChange::id).containsExactly(change.id());
        AuditEntry entry = school.entries.get(0);
        assertThat(entry.act()).isEqualTo("number.change");
        assertThat(entry.object()).isEqualTo("number-change/" + change.id());
        assertThat(entry.details()).containsEntry("asked", 1L).containsEntry("recorded", 1L);
        assertThat(school.lines).hasSize(1);
        other.deliver("A/x", "B/y");
        assertThat(who("A")).isEqualTo(who("B"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the new number was never seen, '', ''",
        "another school knows the new number, B/z, ''",
        "another school knows both, A/x B/z, ''",
        "another school knows it by its own key first, /z B/z, ''",
        "the new number is objected to, B/z, B",
        "the old number is objected to, B/z, A",
    })
    void undoing_leaves_everything_as_before(String name, String elsewhere, String objection) throws Exception {
        school.deliver("A/k", "C/l");
        for (String pupil : elsewhere.isEmpty() ? new String[0] : elsewhere.split(" ", -1)) {
            other.deliver(pupil);
        }
        if (!objection.isEmpty()) {
            object(other, other.admitted(objection));
        }
        String before = checksums();
        NumberChange change = school.change("AB").get(0);
        assertThat(checksums()).as(name).isNotEqualTo(before);
        assertThat(objected(who("A"))).isEqualTo(!objection.isEmpty());
        NumberChange undone = school.undo(change.id());
        assertThat(undone.undone()).contains(NOW);
        assertThat(checksums()).as(name).isEqualTo(before);
        assertThat(school.entries).extracting(AuditEntry::act).containsExactly("number.change", "number.undo");
        assertThat(school.lines).hasSize(3);
        assertThat(school.undo(change.id()).undone()).contains(NOW);
        assertThat(school.change("AB").get(0).id()).isNotEqualTo(change.id());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a pupil of nobody, '', BZ, NW-0006 oudNummer",
        "a pupil of another school, '', YZ, NW-0006 oudNummer",
        "the same number, '', AA, NW-0005 nieuwNummer",
        "another pupil of the school, '', AC, NW-0007 nieuwNummer",
        "swapped, '', AC CA, 'NW-0007 regel 2, nieuwNummer|NW-0007 regel 3, nieuwNummer'",
        "two pupils to one number, '', AB CB, 'NW-0007 regel 3, nieuwNummer'",
        "one pupil to two numbers, '', AB AD, 'NW-0008 regel 3, oudNummer'",
        "one pupil to two numbers later, AB, AD, NW-0008 oudNummer",
        "turned back, AB, BA, NW-0009 nieuwNummer",
        "several, '', AB ZB CA, 'NW-0006 regel 3, oudNummer|NW-0007 regel 4, nieuwNummer'",
    })
    void refuses_by_place_and_records_nothing(String name, String first, String pairs, String faults) throws Exception {
        school.deliver("A/k", "C/l");
        other.deliver("Y/m");
        if (!first.isEmpty()) {
            school.change(first);
        }
        String before = checksums();
        assertThatThrownBy(() -> school.change(pairs.split(" ", -1)))
                .isInstanceOfSatisfying(
                        DeliveryRefused.NumberChangesWrong.class, refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.rule() + " " + fault.place())
                                .containsExactly(faults.split("\\|", -1)));
        assertThat(checksums()).as(name).isEqualTo(before);
        assertThat(school.list()).hasSize(first.isEmpty() ? 0 : 1);
    }

    @Test
    void what_another_school_or_register_knows_is_in_no_answer() throws Exception {
        school.deliver("A/k", "C/l");
        other.deliver("B/z");
        NumberChange known = school.change("AB").get(0);
        NumberChange unknown = school.change("CD").get(0);
        assertThat(known.isOpen()).isEqualTo(unknown.isOpen());
        assertThat(school.entries.get(0).details())
                .isEqualTo(school.entries.get(1).details());
        assertThatThrownBy(() -> other.undo(known.id())).isInstanceOf(DeliveryRefused.NumberChangeUnknown.class);
        assertThatThrownBy(() -> other.change("AC")).isInstanceOf(DeliveryRefused.NumberChangesWrong.class);
    }

    @Test
    void a_number_that_came_before_its_report_is_accepted_under_the_same_key() throws Exception {
        school.deliver("A/k");
        school.deliver("B/k");
        school.change("AB");
        assertThat(who("A")).isEqualTo(who("B"));
    }

    @Test
    void chains_are_one_pupil_and_come_apart_where_they_are_undone() throws Exception {
        school.deliver("A/k");
        List<NumberChange> changes = school.change("AB", "BC");
        assertThat(who("A")).isEqualTo(who("B")).isEqualTo(who("C"));
        assertThat(flat()).isTrue();
        NumberChange back = school.change("CA").get(0);
        assertThat(who("A")).isEqualTo(who("C"));
        school.undo(back.id());
        school.undo(changes.get(0).id());
        assertThat(who("A")).isNotEqualTo(who("B"));
        assertThat(who("B")).isEqualTo(who("C"));
        school.undo(changes.get(1).id());
        assertThat(Set.of(who("A"), who("B"), who("C"))).hasSize(3);
        assertThat(flat()).isTrue();
    }

    @Test
    void a_repeated_report_is_the_same_change_and_another_school_has_its_own() throws Exception {
        school.deliver("A/k");
        other.deliver("A/x");
        NumberChange change = school.change("AB").get(0);
        assertThat(school.change("AB", "AB")).extracting(NumberChange::id).containsOnly(change.id());
        NumberChange theirs = other.change("AB").get(0);
        assertThat(theirs.id()).isNotEqualTo(change.id());
        school.undo(change.id());
        assertThat(who("A")).as("the other school says so too").isEqualTo(who("B"));
        other.undo(theirs.id());
        assertThat(who("A")).isNotEqualTo(who("B"));
    }

    @Test
    void what_was_delivered_meanwhile_goes_back_with_its_number() throws Exception {
        school.deliver("A/k");
        NumberChange change = school.change("AB").get(0);
        UUID next = school.deliver("B/k");
        UUID elsewhere = other.deliver("A/x");
        school.undo(change.id());
        String subject = "select encode(pseudonym.current(p), 'hex') from delivery.subject where delivery_id = ?";
        assertThat(ask(subject, next)).isEqualTo(who("B")).isNotEqualTo(who("A"));
        assertThat(ask(subject, elsewhere)).isEqualTo(who("A"));
        assertThat(who("B/k")).isEqualTo(who("B"));
    }

    @Test
    void a_provisional_person_merged_meanwhile_goes_with_the_number_it_was_merged_into() throws Exception {
        school.deliver("A/k");
        other.deliver("B/y");
        NumberChange change = school.change("AB").get(0);
        UUID provisional = other.deliver("/z");
        other.deliver("B/z");
        assertThat(flat()).isTrue();
        String subject = "select encode(pseudonym.current(p), 'hex') from delivery.subject where delivery_id = ?";
        assertThat(ask(subject, provisional)).isEqualTo(who("A"));
        school.undo(change.id());
        assertThat(ask(subject, provisional)).isEqualTo(who("B")).isNotEqualTo(who("A"));
    }

    @Test
    void the_strictest_decision_of_both_numbers_holds() throws Exception {
        school.deliver("A/k", "C/l");
        other.deliver("B/z");
        String decide = "insert into consent.decision values (gen_random_uuid(), ?, ?, ?, 'PARENT_1',"
                + " 'sociaal-emotioneel', '*', '1', 'FORM', '2026-01-01', '2026-01-01', '2030-01-01')";
        String effective =
                "select decode(?, 'hex') in (select consent.effective_at(?::timestamptz, 'sociaal-emotioneel'))";
        update(decide, school.brin, school.admitted("A").bytes(), "GRANTED");
        assertThat(ask(effective, who("A"), NOW.toString())).isEqualTo("t");
        update(decide, other.brin, other.admitted("B").bytes(), "REFUSED");
        NumberChange change = school.change("AB").get(0);
        assertThat(ask(effective, who("A"), NOW.toString())).isEqualTo("f");
        school.undo(change.id());
        assertThat(ask(effective, who("A"), NOW.toString())).isEqualTo("t");
        object(school, school.admitted("C"));
        school.change("CD");
        assertThat(objected(who("D"))).isTrue();
        String own = school.at(database -> database.statements(Zone.SCHOOL)
                .one(
                        "select count(*) from consent.own_objections('2026-11-21') where linkage",
                        row -> row.getString(1)));
        assertThat(own).as("both numbers are dropped at intake").isEqualTo("2");
    }

    @Test
    void an_objection_without_a_delivery_moves_to_the_new_number_too() throws Exception {
        object(school, school.admitted("A"));
        school.change("AB");
        assertThat(objected(who("B"))).isTrue();
    }

    @Test
    void the_person_who_is_in_an_extract_stays() throws Exception {
        school.deliver("A/k");
        other.deliver("B/z");
        update("alter table extract.member disable trigger all");
        update(
                "insert into extract.member values (gen_random_uuid(), ?, false)",
                other.admitted("B").bytes());
        String released = who("B");
        NumberChange change = school.change("AB").get(0);
        assertThat(who("A")).isEqualTo(released).isEqualTo(who("B"));
        school.undo(change.id());
        assertThat(who("A")).isNotEqualTo(released);
        assertThat(who("B")).isEqualTo(released);
        update("delete from extract.member where p = decode(?, 'hex')", released);
        update("alter table extract.member enable trigger all");
    }

    @Test
    void nothing_is_undone_after_or_during_a_linkage_run() throws Exception {
        school.deliver("A/k", "C/l");
        NumberChange used = school.change("AB").get(0);
        NumberChange open = school.change("CD").get(0);
        update(
                "update pseudonym.number_change set settled_at = now() where id = ?",
                used.id().value());
        assertThatThrownBy(() -> school.undo(used.id())).isInstanceOf(DeliveryRefused.NumberChangeSettled.class);
        try (Connection run = TestPostgres.connect(Zone.LINK.role())) {
            run.setAutoCommit(false);
            run.createStatement()
                    .executeQuery("select id from pseudonym.number_change where settled_at is null for update");
            assertThatThrownBy(() -> school.undo(open.id())).isInstanceOf(DeliveryRefused.LinkageRunning.class);
            run.rollback();
        }
        assertThat(school.undo(open.id()).isOpen()).isFalse();
        assertThat(who("A")).isEqualTo(who("B"));
    }

    @Test
    void concurrent_reports_are_one_change() throws Exception {
        school.deliver("A/k");
        other.deliver("A/x");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<UUID> ours = () -> school.change("AB").get(0).id().value();
            Callable<UUID> theirs = () -> other.change("AB").get(0).id().value();
            List<Future<UUID>> all = threads.invokeAll(List.of(ours, theirs, ours, theirs, ours, theirs));
            Set<UUID> changes = new HashSet<>();
            for (Future<UUID> one : all) {
                changes.add(one.get());
            }
            assertThat(changes).as("one for each school").hasSize(2);
        } finally {
            threads.shutdownNow();
        }
        assertThat(who("A")).isEqualTo(who("B"));
        assertThat(flat()).isTrue();
    }

    @Test
    void only_a_school_reports() {
        Actor operator = new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.OPERATOR), Optional.empty());
        assertThatThrownBy(() -> school.change(operator, "AB")).isInstanceOf(AuditRefused.NotAllowed.class);
        assertThatThrownBy(() -> school.undo(NumberChangeId.random()))
                .isInstanceOf(DeliveryRefused.NumberChangeUnknown.class);
        String[] many = new String[ChangeNumbers.MOST + 1];
        java.util.Arrays.fill(many, "AB");
        assertThatThrownBy(() -> school.change(many)).isInstanceOf(DeliveryRefused.TooManyNumberChanges.class);
    }
}
