package nl.schakel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsMapTest {
    private static final String ISSUER = "https://inlog.example";
    private static final ClaimsMap ENTREE =
            new ClaimsMap("nlEduPersonHomeOrganizationId", "", Set.of(), "", Set.of(), List.of());
    private static final ClaimsMap SURF = new ClaimsMap(
            "",
            "schac_home_organization",
            Set.of("uni.example", "cbs.example"),
            "",
            Set.of(),
            List.of("https://refeds.org/profile/mfa", "urn:mfa"));
    private static final ClaimsMap SRAM =
            new ClaimsMap("", "", Set.of(), "eduperson_entitlement", Set.of("urn:x:group:schakel"), List.of());

    @Test
    void a_school_is_named_by_four_or_six_characters() {
        for (String brin : new String[] {"99AA", "99AA00", "99aa03"}) {
            assertThat(read(ENTREE, "nlEduPersonHomeOrganizationId", brin).school())
                    .contains(new Brin("99AA"));
        }
        assertThat(read(ENTREE, "nlEduPersonHomeOrganizationId", List.of("99AA"))
                        .school())
                .contains(new Brin("99AA"));
        assertThat(ENTREE.identity(ISSUER, "s", "", Map.of()).school()).isEmpty();
        assertThat(read(SURF, "schac_home_organization", "uni.example").school())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9AAA", "99A", "99AA0", "99AA000", "99AA0A", " 99AA", "99AA\n", "AA99", "９９AA"})
    void refuses_what_is_no_brin(String brin) {
        assertThatThrownBy(() -> read(ENTREE, "nlEduPersonHomeOrganizationId", brin))
                .isInstanceOf(AccountRefused.AnswerRefused.class);
    }

    @Test
    void refuses_two_schools_at_once() {
        assertThatThrownBy(() -> read(ENTREE, "nlEduPersonHomeOrganizationId", List.of("99AA", "99BB")))
                .isInstanceOf(AccountRefused.AnswerRefused.class);
    }

    @Test
    void lets_in_only_the_organisations_and_entitlements_of_the_configuration() {
        read(SURF, "schac_home_organization", "cbs.example");
        read(SRAM, "eduperson_entitlement", List.of("urn:other", "urn:x:group:schakel"));
        for (Object wrong : new Object[] {
            "",
            "UNI.EXAMPLE",
            "uni.example.evil",
            List.of(),
            List.of("x"),
            7,
            true,
            Map.of("uni.example", 1),
            List.of("uni.example", 7)
        }) {
            assertThatThrownBy(() -> read(SURF, "schac_home_organization", wrong))
                    .as("%s", wrong)
                    .isInstanceOf(AccountRefused.OtherOrganisation.class);
        }
        assertThatThrownBy(() -> read(SURF, "affiliation", "employee@uni.example"))
                .isInstanceOf(AccountRefused.OtherOrganisation.class);
        assertThatThrownBy(() -> read(SRAM, "eduperson_entitlement", "urn:x:group:schakel:admin"))
                .isInstanceOf(AccountRefused.OtherOrganisation.class);
    }

    @Test
    void only_the_values_of_the_configuration_stand_for_a_second_factor() {
        assertThat(acr(SURF, "https://refeds.org/profile/mfa").strong()).isTrue();
        for (String weak : new String[] {"", "1", "0", "URN:MFA", "urn:mfa ", "https://refeds.org/profile/sfa"}) {
            assertThat(acr(SURF, weak).strong()).as(weak).isFalse();
        }
        assertThat(acr(new ClaimsMap("", "schac_home_organization", Set.of("uni.example"), "", Set.of(), List.of()), "")
                        .strong())
                .isFalse();
    }

    @Test
    void a_claim_without_values_or_values_without_a_claim_are_no_map() {
        assertThatThrownBy(() -> new ClaimsMap("", "org", Set.of(), "", Set.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClaimsMap("", "", Set.of("uni.example"), "", Set.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClaimsMap("", "", Set.of(), "recht", Set.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_school_account_is_open_to_its_own_school_alone_where_the_provider_is_asked() {
        Account school = account(Role.SCHOOL, Optional.of(new Brin("99AA")));
        read(ENTREE, "nlEduPersonHomeOrganizationId", "99AA00").requireSchoolOf(school);
        read(SURF, "schac_home_organization", "uni.example").requireSchoolOf(school);
        ENTREE.identity(ISSUER, "s", "", Map.of()).requireSchoolOf(account(Role.STEWARD, Optional.empty()));
        for (Map<String, ?> other : List.of(
                Map.of("nlEduPersonHomeOrganizationId", "99BB"), Map.<String, Object>of(), Map.of("brin", "99AA"))) {
            assertThatThrownBy(() -> ENTREE.identity(ISSUER, "s", "", other).requireSchoolOf(school))
                    .isInstanceOf(AccountRefused.OtherOrganisation.class);
        }
    }

    private static ProvedIdentity read(ClaimsMap map, String claim, Object value) {
        return map.identity(ISSUER, "s", "", Map.of(claim, value));
    }

    private static ProvedIdentity acr(ClaimsMap map, String acr) {
        return map.identity(ISSUER, "s", acr, Map.of("schac_home_organization", "uni.example"));
    }

    private static Account account(Role role, Optional<Brin> school) {
        return new Account(new StaffId(new UUID(1, 2)), "iemand", "Iemand", Set.of(role), school, true);
    }
}
