package nl.schakel.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.Brin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentRequestTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    static ConsentRequest request(
            Choice choice, Giver giver, LocalDate given, @Nullable Integer birthYear, @Nullable LocalDate lastDay) {
        return new ConsentRequest(
                new PupilReference.ByNumber(Pgn.parse("999990019").orElseThrow()),
                choice,
                giver,
                Purpose.SOCIAL_EMOTIONAL,
                Instrument.ALL,
                new TextVersion("2021-1"),
                Evidence.FORM,
                given,
                Optional.ofNullable(birthYear),
                Optional.ofNullable(lastDay));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            gegeven,     ouder-1,  2026-09-05, 2016, -,          -
            gegeven,     ouder-2,  2026-11-21, 2011, 2027-01-01, -
            geweigerd,   ouder-1,  2026-09-05, -,    -,          -
            ingetrokken, ouder-1,  2026-09-05, 2009, -,          -
            gegeven,     leerling, 2026-09-05, 2010, -,          -
            geweigerd,   leerling, 2026-09-05, -,    -,          -
            gegeven,     ouder-1,  2026-09-05, 2016, 2026-09-05, -
            gegeven,     ouder-1,  2026-11-22, 2016, -,          TO-0001
            geweigerd,   ouder-1,  2030-01-01, -,    -,          TO-0001
            gegeven,     ouder-1,  2026-09-05, -,    -,          TO-0002
            gegeven,     leerling, 2026-09-05, -,    -,          TO-0002
            gegeven,     ouder-1,  2026-09-05, 2024, -,          TO-0003
            gegeven,     ouder-1,  2026-09-05, 1999, -,          TO-0003
            gegeven,     ouder-1,  2026-09-05, 12,   -,          TO-0003
            gegeven,     ouder-1,  2026-09-05, 2010, -,          TO-0004
            gegeven,     ouder-2,  2026-09-05, 2005, -,          TO-0004
            gegeven,     leerling, 2026-09-05, 2011, -,          TO-0005
            geweigerd,   leerling, 2026-09-05, 2012, -,          TO-0005
            gegeven,     ouder-1,  2026-09-05, 2016, 2026-09-04, TO-0006
            gegeven,     ouder-1,  2026-11-22, -,    2026-09-04, TO-0001 TO-0006 TO-0002
            """)
    void a_decision_is_held_to_the_rules(
            String choice,
            String giver,
            LocalDate given,
            @Nullable Integer birthYear,
            @Nullable LocalDate lastDay,
            @Nullable String broken) {
        ConsentRequest request = request(
                Choice.parse(choice).orElseThrow(), Giver.parse(giver).orElseThrow(), given, birthYear, lastDay);
        assertThat(ConsentRule.brokenBy(request, TODAY))
                .extracting(ConsentRule::code)
                .containsExactly(broken == null ? new String[0] : broken.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            gegeven,   ouder-1,  2012, -,          2027-12-31T23:00:00Z
            gegeven,   ouder-1,  2012, 2026-12-31, 2026-12-31T23:00:00Z
            gegeven,   ouder-1,  2012, 2029-01-01, 2027-12-31T23:00:00Z
            geweigerd, ouder-2,  2012, -,          2027-12-31T23:00:00Z
            geweigerd, ouder-2,  -,    -,          -
            geweigerd, ouder-2,  -,    2026-12-31, -
            gegeven,   leerling, 2009, -,          -
            gegeven,   leerling, 2009, 2027-06-30, 2027-06-30T22:00:00Z
            """)
    void a_parents_voice_ends_with_the_year_before_that_of_the_sixteenth_birthday(
            String choice,
            String giver,
            @Nullable Integer birthYear,
            @Nullable LocalDate lastDay,
            @Nullable Instant ends) {
        Decision decision = request(
                        Choice.parse(choice).orElseThrow(),
                        Giver.parse(giver).orElseThrow(),
                        LocalDate.of(2026, 9, 5),
                        birthYear,
                        lastDay)
                .decision(new Brin("99ZZ"), Instant.EPOCH);
        assertThat(decision.ends()).isEqualTo(Optional.ofNullable(ends));
        assertThat(decision.given()).isEqualTo(Instant.parse("2026-09-04T22:00:00Z"));
    }

    @Test
    void a_fault_names_field_and_rule_and_no_value() {
        assertThat(ConsentRule.PARENT_TOO_LATE.at("beslissing 3").place()).isEqualTo("beslissing 3, gever");
        assertThat(ConsentRule.PARENT_TOO_LATE.at("").place()).isEqualTo("gever");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sovl", "A B", "**", "-A", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456", "Ä"})
    void an_instrument_of_another_form_is_refused(String code) {
        assertThat(Instrument.parse(code)).isEmpty();
        assertThatThrownBy(() -> new Instrument(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2021 1", "v/1", "abcdefghijklmnopqrstuvwxyz-0123456"})
    void a_version_of_another_form_is_refused(String version) {
        assertThat(TextVersion.parse(version)).isEmpty();
        assertThatThrownBy(() -> new TextVersion(version)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1-1-1-1-1", "7F6F0A53-3f32-4b4e-9f0e-6a3c0d1b2e11", "7f6f0a53-3f32-4b4e-9f0e-6a3c0d1b2e1"})
    void an_identifier_of_another_form_is_no_objection(String text) {
        assertThat(ObjectionId.parse(text)).isEmpty();
    }

    @Test
    void a_pupil_reference_cannot_be_printed() {
        assertThat(request(Choice.GRANTED, Giver.PARENT_1, TODAY, 2016, null).toString())
                .doesNotContain("999990019");
    }
}
