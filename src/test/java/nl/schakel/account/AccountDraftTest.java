package nl.schakel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.problem.Fault;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountDraftTest {
    private static final StaffId ID = new StaffId(UUID.randomUUID());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steward|S. de Vries|STEWARD|''|steward",
                " Steward-2 | S. de Vries |STEWARD PRIVACY_OFFICER|''|steward-2",
                "school-99aa|Basisschool|SCHOOL|99aa|school-99aa",
                "beheer|Beheer|OPERATOR STEWARD|''|beheer"
            })
    void a_right_draft_becomes_an_account(String username, String name, String roles, String brin, String expected) {
        Account account = draft(username, name, roles, brin).account(ID, true);
        assertThat(account.username()).isEqualTo(expected);
        assertThat(account.displayName()).isEqualTo(name.strip());
        assertThat(account.school().isPresent()).isEqualTo(account.roles().contains(Role.SCHOOL));
        assertThat(account.school().map(Brin::value).orElse("99AA")).isEqualTo("99AA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|Naam|STEWARD|''|gebruikersnaam",
                "ab|Naam|STEWARD|''|gebruikersnaam",
                "-abc|Naam|STEWARD|''|gebruikersnaam",
                "jan jansen|Naam|STEWARD|''|gebruikersnaam",
                "jan@school|Naam|STEWARD|''|gebruikersnaam",
                "jäns|Naam|STEWARD|''|gebruikersnaam",
                "jan<b>|Naam|STEWARD|''|gebruikersnaam",
                "steward|''|STEWARD|''|naam",
                "steward|' '|STEWARD|''|naam",
                "steward|Naam|''|''|rollen",
                "steward|Naam|BAAS|''|rollen",
                "steward|Naam|STEWARD BAAS|''|rollen",
                "steward|Naam|steward|''|rollen",
                "steward|Naam|STEWARD|99AA|brin",
                "school|Naam|SCHOOL|''|brin",
                "school|Naam|SCHOOL|99A|brin",
                "school|Naam|SCHOOL|AA99|brin",
                "school|Naam|SCHOOL|99AA00|brin",
                "'x'|''|''|99AA|gebruikersnaam naam rollen brin"
            })
    void everything_that_is_wrong_is_told_together(
            String username, String name, String roles, String brin, String places) {
        assertThatThrownBy(() -> draft(username, name, roles, brin).account(ID, true))
                .isInstanceOfSatisfying(AccountRefused.NotAnAccount.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::place)
                        .containsExactly(places.split(" ")));
    }

    @Test
    void a_name_that_is_too_long_or_holds_a_control_character_is_refused() {
        for (String name : List.of("x".repeat(201), "a\nb", "a\u0000b")) {
            assertThatThrownBy(() -> draft("steward", name, "STEWARD", "").account(ID, true))
                    .isInstanceOf(AccountRefused.NotAnAccount.class);
        }
        assertThatThrownBy(() -> draft("x".repeat(65), "Naam", "STEWARD", "").account(ID, true))
                .isInstanceOf(AccountRefused.NotAnAccount.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RESEARCHER STEWARD",
                "RESEARCHER PRIVACY_OFFICER",
                "RESEARCHER STEWARD PRIVACY_OFFICER OPERATOR",
                "SCHOOL RESEARCHER",
                "SCHOOL STEWARD",
                "SCHOOL PRIVACY_OFFICER",
                "SCHOOL OPERATOR",
                "CUSTODIAN_A CUSTODIAN_B",
                "CUSTODIAN_A CUSTODIAN_LOG",
                "CUSTODIAN_B OPERATOR",
                "CUSTODIAN_LOG PRIVACY_OFFICER",
                "SCHOOL CUSTODIAN_A"
            })
    void roles_that_watch_over_each_other_stay_apart(String roles) {
        assertThatThrownBy(() -> draft("steward", "Naam", roles, "99AA").account(ID, true))
                .isInstanceOf(AccountRefused.RolesApart.class);
    }

    @Test
    void every_single_role_and_no_role_are_allowed() {
        for (Role role : Role.values()) {
            assertThat(RoleRule.allows(Set.of(role))).isTrue();
        }
        assertThat(RoleRule.allows(Set.of())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "korte zin twee, true",
        "veertien teken, true",
        "STEWARD is mijn naam, false",
        "mijn naam is steward, false",
        "mijnstewardwachtzin, false"
    })
    void a_password_is_long_and_free_of_the_username(String password, boolean tooShort) {
        assertThatThrownBy(() -> PasswordRule.check(password, "steward"))
                .isInstanceOf(tooShort ? AccountRefused.UnfitPassword.class : AccountRefused.PasswordHoldsName.class);
        PasswordRule.check("vier nederlandse woorden", "steward");
    }

    private static AccountDraft draft(String username, String name, String roles, String brin) {
        Set<String> names = roles.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(roles.split(" ")));
        return new AccountDraft(username, name, names, brin, false);
    }
}
