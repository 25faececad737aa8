package nl.schakel.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import nl.schakel.account.Account;
import nl.schakel.account.AccountDraft;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.IssueSetupCode;
import nl.schakel.account.IssuedSecret;
import nl.schakel.account.OneTimeSecret;
import nl.schakel.account.OpenedSession;
import nl.schakel.account.TokenWish;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The use cases of administration on the real tables. */
class AdministrationTest extends AdministrationWorld {
    @Test
    void a_new_person_sets_a_password_with_the_code_and_signs_in() throws Exception {
        AccountEntry added = add(draft(Role.RESEARCHER));
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("account.add");
            assertThat(entry.object())
                    .isEqualTo("account/" + added.account().id().value());
            assertThat(entry.details()).containsEntry("roles", "RESEARCHER");
        });
        assertThatThrownBy(() -> signIn(GOOD)).isInstanceOf(AccountRefused.NotRecognized.class);
        OneTimeSecret code = code(added);
        assertThat(code.text()).matches("([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(code.toString()).doesNotContain(code.text());
        String typed =
                " " + code.text().toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o');
        assertThat(within(() -> setPassword().set(typed, GOOD))).isEqualTo(name);
        assertThat(signIn(GOOD).account().username()).isEqualTo(name);
        assertThatThrownBy(() -> within(() -> setPassword().set(code.text(), GOOD)))
                .isInstanceOf(AccountRefused.CodeNotRecognized.class);
        assertThat(acts()).containsSubsequence("account.add", "account.issue-code", "account.set-password");
    }

    @Test
    void a_refused_password_leaves_the_code_usable() throws Exception {
        OneTimeSecret code = code(add(draft(Role.STEWARD)));
        assertThatThrownBy(() -> within(() -> setPassword().set(code.text(), "kort")))
                .isInstanceOf(AccountRefused.UnfitPassword.class);
        String holding = "dit is " + name.toUpperCase(Locale.ROOT) + " zelf";
        assertThatThrownBy(() -> within(() -> setPassword().set(code.text(), holding)))
                .isInstanceOf(AccountRefused.PasswordHoldsName.class);
        assertThat(within(() -> setPassword().set(code.text(), GOOD))).isEqualTo(name);
    }

    @Test
    void a_code_ends_after_three_days_and_with_the_account() throws Exception {
        AccountEntry added = add(draft(Role.STEWARD));
        OneTimeSecret late = code(added);
        now = NOON.plus(IssueSetupCode.LIFE);
        assertThatThrownBy(() -> within(() -> setPassword().set(late.text(), GOOD)))
                .isInstanceOf(AccountRefused.CodeNotRecognized.class);
        OneTimeSecret open = code(added);
        run(() -> switching().disable(operator, added.account().id()));
        run(() -> switching().enable(operator, added.account().id()));
        assertThatThrownBy(() -> within(() -> setPassword().set(open.text(), GOOD)))
                .isInstanceOf(AccountRefused.CodeNotRecognized.class);
    }

    @Test
    void disabling_ends_sessions_and_tokens_and_enabling_brings_none_back() throws Exception {
        AccountEntry added = person();
        StaffId id = added.account().id();
        OpenedSession session = signIn(GOOD);
        IssuedSecret token = within(() -> keeping().issueOwn(added.account().actor(), new TokenWish("", 1)));
        run(() -> switching().disable(operator, id));
        run(() -> switching().disable(operator, id));
        assertThatThrownBy(() -> signIn(GOOD)).isInstanceOf(AccountRefused.NotRecognized.class);
        run(() -> switching().enable(operator, id));
        assertThat(within(() -> finder().ofSession(session.secret()))).isEmpty();
        assertThat(within(() -> finder().ofToken(token.secret().text()))).isEmpty();
        assertThat(signIn(GOOD).account().id()).isEqualTo(id);
        assertThat(acts().stream().filter("account.disable"::equals)).hasSize(1);
    }

    @Test
    void changed_roles_work_at_once() throws Exception {
        AccountEntry added = person();
        OpenedSession session = signIn(GOOD);
        AccountDraft draft = new AccountDraft("anders", "Nieuwe naam", Set.of("SCHOOL"), "99aa", true);
        Account after = within(() -> changing().change(operator, added.account().id(), draft));
        assertThat(after.username()).isEqualTo(name);
        assertThat(after.school()).contains(new Brin("99AA"));
        assertThat(within(() -> finder().ofSession(session.secret())).orElseThrow())
                .isEqualTo(after);
        assertThat(entries.get(entries.size() - 1).details()).containsEntry("school", "99AA");
    }

    @Test
    void changing_the_own_password_needs_the_old_one_and_ends_the_other_sessions() throws Exception {
        AccountEntry added = person();
        Actor self = added.account().actor();
        OpenedSession here = signIn(GOOD);
        OpenedSession there = signIn(GOOD);
        String better = "een heel andere zin 34";
        assertThatThrownBy(() -> change(self, name, "niet de goede zin", better, here))
                .isInstanceOf(AccountRefused.NotRecognized.class);
        assertThatThrownBy(() -> change(operator, name, GOOD, better, here))
                .isInstanceOf(AccountRefused.NotRecognized.class);
        assertThatThrownBy(() -> change(self, name, GOOD, "x" + name, here))
                .isInstanceOf(AccountRefused.PasswordHoldsName.class);
        change(self, name, GOOD, better, here);
        assertThat(within(() -> finder().ofSession(here.secret()))).isPresent();
        assertThat(within(() -> finder().ofSession(there.secret()))).isEmpty();
        assertThat(signIn(better).account().id()).isEqualTo(added.account().id());
        assertThat(acts()).contains("account.change-password");
    }

    @Test
    void the_old_password_cannot_be_guessed_without_end() throws Exception {
        AccountEntry added = person();
        OpenedSession here = signIn(GOOD);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> change(added.account().actor(), name, "fout", GOOD, here))
                    .isInstanceOf(AccountRefused.NotRecognized.class);
        }
        assertThatThrownBy(() -> change(added.account().actor(), name, GOOD, GOOD, here))
                .isInstanceOf(AccountRefused.TooManyAttempts.class);
    }

    @Test
    void a_machine_gets_a_token_and_never_a_password() throws Exception {
        AccountEntry machine = add(new AccountDraft(name, "LVS-pakket", Set.of("SCHOOL"), "99AA", true));
        StaffId id = machine.account().id();
        assertThatThrownBy(() -> code(machine)).isInstanceOf(AccountRefused.WrongKind.class);
        IssuedSecret issued = within(() -> keeping().issue(operator, id, new TokenWish(" nachtelijke export ", 30)));
        assertThat(issued.secret().text()).matches("sch_[A-Za-z0-9_-]{43}");
        assertThat(issued.secret().expires()).isEqualTo(NOON.plus(Duration.ofDays(30)));
        assertThat(within(() -> finder().ofToken(issued.secret().text()))).contains(machine.account());
        assertThat(within(() -> finding().one(operator, id)).openTokens())
                .singleElement()
                .satisfies(token -> assertThat(token.label()).isEqualTo("nachtelijke export"));
        run(() -> keeping().revoke(operator, id, issued.id()));
        assertThat(within(() -> finder().ofToken(issued.secret().text()))).isEmpty();
        assertThatThrownBy(() -> run(() -> keeping().revoke(operator, id, issued.id())))
                .isInstanceOf(AccountRefused.UnknownToken.class);
        assertThat(acts()).containsSubsequence("account.add", "account.issue-token", "account.revoke-token");
    }

    @Test
    void nobody_gets_a_token_in_the_name_of_a_person() throws Exception {
        AccountEntry person = person();
        StaffId id = person.account().id();
        assertThatThrownBy(() -> within(() -> keeping().issue(operator, id, new TokenWish("", 1))))
                .isInstanceOf(AccountRefused.WrongKind.class);
        IssuedSecret own = within(() -> keeping().issueOwn(person.account().actor(), new TokenWish("eigen", 366)));
        assertThat(within(() -> finder().ofToken(own.secret().text()))).contains(person.account());
        assertThatThrownBy(() -> run(() -> keeping().revoke(actor(Role.STEWARD), id, own.id())))
                .isInstanceOf(AuditRefused.NotAllowed.class);
        run(() -> keeping().revoke(person.account().actor(), id, own.id()));
        assertThat(within(() -> finder().ofToken(own.secret().text()))).isEmpty();
    }

    @Test
    void a_disabled_account_gets_neither_code_nor_token() throws Exception {
        AccountEntry machine = add(new AccountDraft(name, "M", Set.of("OPERATOR"), "", true));
        run(() -> switching().disable(operator, machine.account().id()));
        assertThatThrownBy(() ->
                        within(() -> keeping().issue(operator, machine.account().id(), new TokenWish("", 1))))
                .isInstanceOf(AccountRefused.Disabled.class);
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "-1, ''", "367, ''", "2147483647, ''"})
    void a_token_that_is_valid_too_long_or_not_at_all_is_refused(int days, String label) {
        assertThatThrownBy(() -> new TokenWish(label, days)).isInstanceOf(AccountRefused.UnfitToken.class);
    }

    @Test
    void a_taken_username_is_refused_whatever_its_case() throws Exception {
        add(draft(Role.STEWARD));
        AccountDraft same = new AccountDraft(name.toUpperCase(Locale.ROOT), "B", Set.of("STEWARD"), "", false);
        assertThatThrownBy(() -> add(same)).isInstanceOf(AccountRefused.UsernameTaken.class);
    }
}
