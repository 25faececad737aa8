package nl.schakel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderAnswerTest {
    private static final ProviderName ENTREE = new ProviderName("entree");

    @Test
    void says_code_state_and_issuer() {
        ProviderAnswer answer = ProviderAnswer.read("code=a%2Bb&state=xyz&iss=https%3A%2F%2Finlog.example&session=1");
        assertThat(answer.code()).isEqualTo("a+b");
        assertThat(answer.state()).isEqualTo("xyz");
        assertThat(answer.issuer()).contains("https://inlog.example");
        assertThat(answer.toString()).doesNotContain("a+b").doesNotContain("xyz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code", "state=xyz", "error=access_denied&state=xyz", "error=x&code=abc&state=xyz"})
    void has_no_code_where_the_provider_gave_none_or_also_refused(String query) {
        assertThat(ProviderAnswer.read(query).code()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=a&state=b",
                "code=a&code=a",
                "code=a&%63ode=b",
                "iss=a&iss=b",
                "x&x",
                "state=%",
                "state=%zz",
                "%=x"
            })
    void refuses_what_is_said_twice_or_cannot_be_decoded(String query) {
        assertThatThrownBy(() -> ProviderAnswer.read(query)).isInstanceOf(AccountRefused.AnswerRefused.class);
    }

    @Test
    void refuses_an_endless_answer() {
        String query = "code=" + "a".repeat(9_000);
        assertThatThrownBy(() -> ProviderAnswer.read(query)).isInstanceOf(AccountRefused.AnswerRefused.class);
    }

    @Test
    void a_try_owns_no_state_but_its_own() {
        SignInTry begun = SignInTry.draw(ENTREE, false);
        assertThat(begun.owns(begun.state())).isTrue();
        SignInTry strong = new SignInTry(ENTREE, true, begun.secret());
        SignInTry elsewhere = new SignInTry(new ProviderName("surf"), false, begun.secret());
        for (String other : new String[] {
            "",
            begun.nonce(),
            begun.verifier(),
            begun.state().substring(1),
            begun.state() + "0",
            strong.state(),
            elsewhere.state(),
            SignInTry.draw(ENTREE, false).state()
        }) {
            assertThat(begun.owns(other)).isFalse();
        }
    }

    @Test
    void what_the_provider_learns_does_not_tell_the_secret_and_the_verifier_is_one_of_pkce() {
        SignInTry begun = SignInTry.draw(ENTREE, true);
        assertThat(begun.verifier()).matches("[A-Za-z0-9._~-]{43,128}");
        assertThat(begun.toString()).isEqualTo("SignInTry[entree]");
        assertThat(begun.state()).isNotEqualTo(begun.digest().hex()).doesNotContain(begun.secret());
        assertThat(SignInTry.of(ENTREE, true, begun.secret())).contains(begun);
        for (String wrong : new String[] {
            "", "x", begun.secret() + "a", begun.secret().replace(begun.secret().charAt(0), '+')
        }) {
            assertThat(SignInTry.of(ENTREE, true, wrong)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "A1", "1a", "entree federatie", "../x", "entree.", "abcdefghijklmnopqrstu"})
    void refuses_other_names_of_providers(String name) {
        assertThat(ProviderName.parse(name)).isEmpty();
    }
}
