package nl.schakel.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import nl.schakel.account.Account;
import nl.schakel.account.AccountDraft;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.BindClient;
import nl.schakel.account.ClientTokens;
import nl.schakel.account.FindCaller;
import nl.schakel.account.FindMachine;
import nl.schakel.account.IdentityName;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs with tokens of the configured issuer; here a token says its subject after a full stop. */
class ProgramTest extends AdministrationWorld {
    private static final String ISSUER = "https://inlog.example";
    private Optional<String> configured = Optional.of(ISSUER);

    @Test
    void a_program_is_the_machine_to_which_it_was_bound_until_that_ends() throws Exception {
        Account machine = machine();
        assertThat(caller("." + name)).isEmpty();
        bind(operator, machine.id(), name);
        assertThat(acts()).last().isEqualTo("account.bind-client");
        assertThat(caller("." + name)).contains(machine);
        assertThat(caller("." + name + "x")).isEmpty();
        assertThat(caller(name)).isEmpty();
        run(() -> switching().disable(operator, machine.id()));
        assertThat(caller("." + name)).isEmpty();
    }

    @Test
    void a_person_whom_the_same_issuer_knows_is_no_program() throws Exception {
        StaffId person = add(draft(Role.STEWARD)).account().id();
        IdentityName known = new IdentityName(ISSUER, name);
        AuditEntry entry = AuditEntry.by(person, "account.bind-identity", ProcessingActivity.ADMINISTER_ACCOUNTS);
        assertThat(within(() -> identities.bind(known, person, NOON, entry))).isTrue();
        assertThat(within(() -> identities.account(known))).isPresent();
        assertThat(caller("." + name)).isEmpty();
        Account machine = machine();
        assertThatThrownBy(() -> bind(operator, machine.id(), name)).isInstanceOf(AccountRefused.AlreadyBound.class);
    }

    @Test
    void a_machine_is_no_person_to_whom_a_provider_could_open_the_pages() throws Exception {
        Account machine = machine();
        bind(operator, machine.id(), name);
        assertThat(within(() -> identities.account(new IdentityName(ISSUER, name))))
                .isEmpty();
        assertThatThrownBy(() -> bind(operator, machine.id(), name + "-2"))
                .isInstanceOf(AccountRefused.AlreadyBound.class);
    }

    @Test
    void only_an_operator_binds_and_only_a_machine_that_is_open() throws Exception {
        Account machine = machine();
        Account person = add(draft(Role.STEWARD)).account();
        for (Role other : new Role[] {Role.STEWARD, Role.PRIVACY_OFFICER, Role.SCHOOL, Role.CUSTODIAN_A}) {
            assertThatThrownBy(() -> bind(actor(other), machine.id(), name))
                    .isInstanceOf(AuditRefused.NotAllowed.class);
        }
        assertThatThrownBy(() -> bind(operator, person.id(), name)).isInstanceOf(AccountRefused.WrongKind.class);
        assertThatThrownBy(() -> bind(operator, actor(Role.STEWARD).staff(), name))
                .isInstanceOf(AccountRefused.UnknownAccount.class);
        run(() -> switching().disable(operator, machine.id()));
        assertThatThrownBy(() -> bind(operator, machine.id(), name)).isInstanceOf(AccountRefused.Disabled.class);
        configured = Optional.empty();
        assertThatThrownBy(() -> bind(operator, machine.id(), name)).isInstanceOf(AccountRefused.UnknownProvider.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "\u00e9", "a\u0000"})
    void what_no_token_says_names_no_program(String subject) throws Exception {
        Account machine = machine();
        assertThatThrownBy(() -> bind(operator, machine.id(), subject)).isInstanceOf(AccountRefused.UnfitSubject.class);
        assertThatThrownBy(() -> bind(operator, machine.id(), "x".repeat(256)))
                .isInstanceOf(AccountRefused.UnfitSubject.class);
    }

    private Account machine() throws Exception {
        AccountEntry added = add(new AccountDraft(name + "-m", "LVS", Set.of("SCHOOL"), "99AA", true));
        return added.account();
    }

    private void bind(Actor actor, StaffId account, String subject) throws Exception {
        run(() -> new BindClient(new Spoken(), identities, directory, clock()).bind(actor, account, subject));
    }

    private Optional<Account> caller(String token) throws Exception {
        return within(() -> new FindCaller(finder(), new FindMachine(identities), new Spoken()).of(token));
    }

    /** Believes every token. */
    private final class Spoken implements ClientTokens {
        @Override
        public Optional<String> issuer() {
            return configured;
        }

        @Override
        public Optional<IdentityName> client(String token) {
            return configured.map(issuer -> new IdentityName(issuer, token.substring(1)));
        }
    }
}
