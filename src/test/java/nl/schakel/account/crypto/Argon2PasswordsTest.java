package nl.schakel.account.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import nl.schakel.platform.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordsTest {
    private final Argon2Passwords passwords = new Argon2Passwords();

    @Test
    void a_password_matches_its_own_hash_only() {
        String hash = passwords.hash(secret("vier nederlandse woorden"));
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("nederlandse");
        assertThat(passwords.matches(secret("vier nederlandse woorden"), hash)).isTrue();
        assertThat(passwords.matches(secret("vier nederlandse woorden "), hash)).isFalse();
        assertThat(passwords.matches(secret(""), hash)).isFalse();
    }

    @Test
    void equal_passwords_have_different_hashes() {
        assertThat(passwords.hash(secret("a"))).isNotEqualTo(passwords.hash(secret("a")));
    }

    @Test
    void nothing_matches_the_decoy_which_costs_as_much_as_a_real_hash() {
        assertThat(passwords.decoy()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches(secret(""), passwords.decoy())).isFalse();
    }

    /** Made with {@code argon2} 20190702: {@code echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -e}. */
    @Test
    void the_hash_of_another_implementation_is_understood() {
        String published = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(passwords.matches(secret("password"), published)).isTrue();
        assertThat(passwords.matches(secret("passwore"), published)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void another_form_is_a_defect(String hash) {
        assertThatThrownBy(() -> passwords.matches(secret("password"), hash))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }
}
