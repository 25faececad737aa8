package nl.schakel.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.schakel.account.Account;
import nl.schakel.account.AccountDraft;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.AccountSearch;
import nl.schakel.account.AddAccount;
import nl.schakel.account.Attempt;
import nl.schakel.account.ChangeAccount;
import nl.schakel.account.ChangePassword;
import nl.schakel.account.FailedSignIns;
import nl.schakel.account.FindAccount;
import nl.schakel.account.FindAccounts;
import nl.schakel.account.FirstOperator;
import nl.schakel.account.IssueSetupCode;
import nl.schakel.account.IssuedSecret;
import nl.schakel.account.KeepTokens;
import nl.schakel.account.NewPassword;
import nl.schakel.account.OneTimeSecret;
import nl.schakel.account.OpenSession;
import nl.schakel.account.OpenedSession;
import nl.schakel.account.PasswordProof;
import nl.schakel.account.SetPassword;
import nl.schakel.account.SignInWithPassword;
import nl.schakel.account.SwitchAccount;
import nl.schakel.account.Throttle;
import nl.schakel.account.TokenDigest;
import nl.schakel.account.TokenId;
import nl.schakel.account.TokenWish;
import nl.schakel.account.crypto.Argon2Passwords;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The use cases of administration on the real tables. */
class AdministrationTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String GOOD = "vier nederlandse woorden 12";

    private final Database database = TestPostgres.database(null);
    private final List<AuditEntry> entries = new ArrayList<>();
    private final AuditTrail trail = (zone, entry) -> entries.add(entry);
    private final PostgresAccounts accounts = new PostgresAccounts(database, trail);
    private final PostgresAccountDirectory directory = new PostgresAccountDirectory(database, trail);
    private final PostgresTokens tokens = new PostgresTokens(database, trail);
    private final PostgresSetupCodes codes = new PostgresSetupCodes(database, trail);
    private final PostgresSessions sessions = new PostgresSessions(database);
    private final Argon2Passwords passwords = new Argon2Passwords();
    private final NewPassword newPassword = new NewPassword(passwords);
    private final String name = "t-" + UUID.randomUUID();
    private final Actor operator = actor(Role.OPERATOR);
    private final Map<TokenDigest, Integer> tries = new HashMap<>();
    private final FailedSignIns failures = new FailedSignIns() {
        @Override
        public int begin(TokenDigest target, Instant at, Instant since) {
            return tries.merge(target, 1, Integer::sum);
        }

        @Override
        public void succeeded(TokenDigest account, TokenDigest origin, Instant at) {
            tries.clear();
        }
    };
    private Instant now = NOON;

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

    private AccountEntry person() throws Exception {
        AccountEntry added = add(draft(Role.RESEARCHER));
        OneTimeSecret code = code(added);
        within(() -> setPassword().set(code.text(), GOOD));
        return added;
    }

    private AccountEntry add(AccountDraft draft) throws Exception {
        return within(() -> adding().add(operator, draft));
    }

    private OneTimeSecret code(AccountEntry added) throws Exception {
        return within(() -> new IssueSetupCode(directory, codes, clock())
                .issue(operator, added.account().id()));
    }

    private OpenedSession signIn(String password) throws Exception {
        SignInWithPassword signIn = new SignInWithPassword(
                new Throttle(failures),
                new PasswordProof(accounts, passwords),
                new OpenSession(sessions, trail),
                clock());
        try (SecretBytes secret = secret(password)) {
            return within(() -> signIn.signIn(new Attempt(name, secret, name)));
        }
    }

    private void change(Actor actor, String username, String old, String password, OpenedSession kept)
            throws Exception {
        ChangePassword changing = new ChangePassword(
                new Throttle(failures),
                new PasswordProof(accounts, passwords),
                newPassword,
                directory,
                sessions,
                clock());
        try (SecretBytes secret = secret(old)) {
            run(() -> changing.change(actor, new Attempt(username, secret, name), password, kept.secret()));
        }
    }

    private static SecretBytes secret(String password) {
        return SecretBytes.copyOf(password.getBytes(StandardCharsets.UTF_8));
    }

    private AddAccount adding() {
        return new AddAccount(directory, passwords, clock());
    }

    private ChangeAccount changing() {
        return new ChangeAccount(directory, clock());
    }

    private SwitchAccount switching() {
        return new SwitchAccount(directory, sessions, tokens, codes, clock());
    }

    private SetPassword setPassword() {
        return new SetPassword(directory, codes, sessions, newPassword, clock());
    }

    private KeepTokens keeping() {
        return new KeepTokens(directory, tokens, clock());
    }

    private FindAccounts finding() {
        return new FindAccounts(directory, tokens, clock());
    }

    private FindAccount finder() {
        return new FindAccount(accounts, sessions, clock());
    }

    private FirstOperator first() {
        return new FirstOperator(directory, codes, newPassword, clock());
    }

    private AccountDraft draft(Role role) {
        return new AccountDraft(name, "A. van Dam", Set.of(role.name()), "", false);
    }

    private List<String> acts() {
        return entries.stream().map(AuditEntry::act).toList();
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Actor actor(Role role) {
        Optional<Brin> school = role == Role.SCHOOL ? Optional.of(new Brin("99AA")) : Optional.empty();
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(role), school);
    }

    private static Object done(Runnable work) {
        work.run();
        return true;
    }

    private static void run(Runnable work) throws Exception {
        within(() -> done(work));
    }

    private static <T> T within(Callable<T> work) throws Exception {
        return TestPostgres.inTransaction(Zone.ACCOUNT, work);
    }
}
