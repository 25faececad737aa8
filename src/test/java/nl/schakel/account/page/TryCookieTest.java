package nl.schakel.account.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import nl.schakel.account.ProviderName;
import nl.schakel.account.SignInTry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TryCookieTest {
    private static final String SECRET = "A".repeat(43);
    private static final SignInTry TRY =
            SignInTry.of(new ProviderName("entree"), true, SECRET).orElseThrow();

    @Test
    void the_cookie_brings_back_the_try_and_where_it_leads() {
        TryCookie cookie = new TryCookie(TRY, "leveringen/nieuw?jaar=2026");
        assertThat(TryCookie.parse(cookie.value())).contains(cookie);
        assertThat(cookie.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "../../x", "aanmelden?naar=start", "a b", ""})
    void it_leads_nowhere_but_to_our_own_pages(String destination) {
        String path = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(destination.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(TryCookie.parse("entree.z." + SECRET + "." + path)
                        .orElseThrow()
                        .destination())
                .isEqualTo("start");
    }

    @Test
    void another_text_is_no_try() {
        for (String wrong : new String[] {
            "",
            "entree",
            "entree.s." + SECRET,
            "entree.x." + SECRET + ".c3RhcnQ",
            "Entree.s." + SECRET + ".c3RhcnQ",
            "e.s." + SECRET + ".c3RhcnQ",
            "entree.s." + SECRET + "A.c3RhcnQ",
            "entree.s." + SECRET.substring(1) + ".c3RhcnQ",
            "entree.s." + SECRET + ".c3RhcnQ=",
            "entree.s." + SECRET + ".c",
            "entree.s." + SECRET + ".c3RhcnQ.more"
        }) {
            assertThat(TryCookie.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
