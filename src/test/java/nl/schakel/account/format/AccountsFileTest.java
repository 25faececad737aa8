package nl.schakel.account.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.schakel.account.SeedAccount;
import nl.schakel.audit.Role;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsFileTest {
    private static final String SCHOOL = "{\"gebruikersnaam\":\"school-99aa\",\"naam\":\"De Kersentuin\","
            + "\"rollen\":[\"SCHOOL\"],\"brin\":\"99AA\",\"wachtzin\":\"vier woorden en een\",\"apiToken\":\"sch_a\"}";

    @Test
    void a_school_and_a_researcher_are_read() {
        String other = SCHOOL.replace("\"SCHOOL\"", "\"RESEARCHER\"").replace("\"99AA\"", "null");
        List<SeedAccount> accounts = read("[" + SCHOOL + "," + other + "]");
        assertThat(accounts).hasSize(2);
        assertThat(accounts.get(0).school()).contains(new Brin("99AA"));
        assertThat(accounts.get(1).roles()).containsExactly(Role.RESEARCHER);
        assertThat(accounts.get(1).school()).isEmpty();
        assertThat(accounts.get(0).toString()).doesNotContain("woorden").doesNotContain("sch_a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "[{}]", "[{\"gebruikersnaam\":1}]", "nonsense"})
    void another_form_is_refused_without_its_content(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCHOOL\"]", "99AA\",\"w"})
    void an_unknown_role_or_school_is_refused(String part) {
        String wrong = SCHOOL.replace(part, part.replace('9', 'x').replace("SCHOOL", "PUPIL"));
        assertThatThrownBy(() -> read("[" + wrong + "]")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<SeedAccount> read(String json) {
        return AccountsFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
