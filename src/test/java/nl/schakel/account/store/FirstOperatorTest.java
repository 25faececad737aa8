package nl.schakel.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.schakel.account.Account;
import nl.schakel.account.AccountDraft;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.AccountSearch;
import nl.schakel.account.IssueSetupCode;
import nl.schakel.account.OneTimeSecret;
import nl.schakel.account.TokenId;
import nl.schakel.account.TokenWish;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who administers accounts, and where the first operator comes from. */
class FirstOperatorTest extends AdministrationWorld {
    @ParameterizedTest
    @EnumSource(value = Role.class, names = "OPERATOR", mode = EnumSource.Mode.EXCLUDE)
    void only_an_operator_administers(Role role) throws Exception {
        StaffId id = add(draft(Role.STEWARD)).account().id();
        Actor other = actor(role);
        int before = entries.size();
        List<Callable<Object>> acts = List.of(
                () -> finding().search(other, new AccountSearch("", Optional.empty())),
                () -> finding().one(other, id),
                () -> adding().add(other, draft(Role.STEWARD)),
                () -> changing().change(other, id, draft(Role.OPERATOR)),
                () -> new IssueSetupCode(directory, codes, clock()).issue(other, id),
                () -> keeping().issue(other, id, new TokenWish("", 1)),
                () -> done(() -> switching().disable(other, id)),
                () -> done(() -> switching().enable(other, id)),
                () -> done(() -> keeping().revoke(other, id, new TokenId(UUID.randomUUID()))));
        for (Callable<Object> act : acts) {
            assertThatThrownBy(() -> within(act)).isInstanceOf(AuditRefused.NotAllowed.class);
        }
        assertThat(entries).hasSize(before);
    }

    @Test
    void an_operator_does_not_administer_the_own_account() throws Exception {
        AccountEntry self = add(draft(Role.OPERATOR));
        Actor own = self.account().actor();
        StaffId id = self.account().id();
        List<Callable<Object>> acts = List.of(
                () -> changing().change(own, id, draft(Role.STEWARD)),
                () -> new IssueSetupCode(directory, codes, clock()).issue(own, id),
                () -> done(() -> switching().disable(own, id)),
                () -> done(() -> switching().enable(own, id)));
        for (Callable<Object> act : acts) {
            assertThatThrownBy(() -> within(act)).isInstanceOf(AccountRefused.OwnAccount.class);
        }
        assertThat(within(() -> finding().one(own, id)).entry()).isEqualTo(self);
    }

    @Test
    void the_last_operator_stays() throws Exception {
        StaffId last = add(draft(Role.OPERATOR)).account().id();
        class Undone extends Exception {
            private static final long serialVersionUID = 1L;
        }
        assertThatThrownBy(() -> within(() -> {
                    for (StaffId other : directory.lockActiveOperators()) {
                        if (!other.equals(last)) {
                            switching().disable(operator, other);
                        }
                    }
                    assertThatThrownBy(() -> switching().disable(operator, last))
                            .isInstanceOf(AccountRefused.LastOperator.class);
                    assertThatThrownBy(() -> changing().change(operator, last, draft(Role.STEWARD)))
                            .isInstanceOf(AccountRefused.LastOperator.class);
                    AccountDraft renamed = new AccountDraft(name, "Andere naam", Set.of("OPERATOR"), "", false);
                    assertThat(changing().change(operator, last, renamed).displayName())
                            .isEqualTo("Andere naam");
                    throw new Undone();
                }))
                .isInstanceOf(Undone.class);
    }

    @Test
    void the_first_operator_is_made_with_a_code_that_only_appears_where_there_is_none() throws Exception {
        add(draft(Role.OPERATOR));
        assertThat(within(() -> first().prepare(false))).isEmpty();
        OneTimeSecret code = within(() -> first().prepare(true)).orElseThrow();
        String username = "eerste-" + UUID.randomUUID();
        assertThatThrownBy(() -> within(() -> first().make(code.text(), "x", "Beheer", GOOD)))
                .isInstanceOf(AccountRefused.NotAnAccount.class);
        assertThatThrownBy(() -> within(() -> first().make(code.text(), name, "Beheer", GOOD)))
                .isInstanceOf(AccountRefused.UsernameTaken.class);
        assertThatThrownBy(() -> within(() -> first().make(code.text(), username, "Beheer", "kort")))
                .isInstanceOf(AccountRefused.UnfitPassword.class);
        Account made = within(() -> first().make(code.text(), username, "Beheer", GOOD));
        assertThat(made.roles()).containsExactly(Role.OPERATOR);
        assertThatThrownBy(() -> within(() -> first().make(code.text(), username + "2", "Beheer", GOOD)))
                .isInstanceOf(AccountRefused.CodeNotRecognized.class);
        assertThat(acts()).containsSubsequence("account.prepare-operator", "account.make-operator");
    }

    @Test
    void the_code_of_an_account_makes_no_operator_and_the_other_way_round() throws Exception {
        OneTimeSecret own = code(add(draft(Role.STEWARD)));
        OneTimeSecret first = within(() -> first().prepare(true)).orElseThrow();
        assertThatThrownBy(() -> within(() -> first().make(own.text(), name + "x", "B", GOOD)))
                .isInstanceOf(AccountRefused.CodeNotRecognized.class);
        assertThatThrownBy(() -> within(() -> setPassword().set(first.text(), GOOD)))
                .isInstanceOf(AccountRefused.CodeNotRecognized.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-----", "00000-00000-00000-00000-00000", "' or 1=1 --", "ÀÉÎ"})
    void another_text_is_no_code(String text) {
        assertThatThrownBy(() -> within(() -> setPassword().set(text, GOOD)))
                .isInstanceOf(AccountRefused.CodeNotRecognized.class);
    }
}
