package nl.schakel.account.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.schakel.account.AccountDraft;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AddAccount;
import nl.schakel.account.Attempt;
import nl.schakel.account.ChangeAccount;
import nl.schakel.account.ChangePassword;
import nl.schakel.account.FailedSignIns;
import nl.schakel.account.FindAccount;
import nl.schakel.account.FindAccounts;
import nl.schakel.account.FirstOperator;
import nl.schakel.account.IssueSetupCode;
import nl.schakel.account.KeepTokens;
import nl.schakel.account.NewPassword;
import nl.schakel.account.NoProviders;
import nl.schakel.account.OneTimeSecret;
import nl.schakel.account.OpenSession;
import nl.schakel.account.OpenedSession;
import nl.schakel.account.PasswordProof;
import nl.schakel.account.SetPassword;
import nl.schakel.account.SignInWithPassword;
import nl.schakel.account.SwitchAccount;
import nl.schakel.account.Throttle;
import nl.schakel.account.TokenDigest;
import nl.schakel.account.crypto.Argon2Passwords;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.school.Brin;

/** The use cases of accounts on PostgreSQL, as an operator and others call them. */
abstract class AdministrationWorld {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final String GOOD = "vier nederlandse woorden 12";

    final Database database = TestPostgres.database(null);
    final List<AuditEntry> entries = new ArrayList<>();
    final AuditTrail trail = (zone, entry) -> entries.add(entry);
    final PostgresAccounts accounts = new PostgresAccounts(database, trail);
    final PostgresAccountDirectory directory = new PostgresAccountDirectory(database, trail);
    final PostgresTokens tokens = new PostgresTokens(database, trail);
    final PostgresSetupCodes codes = new PostgresSetupCodes(database, trail);
    final PostgresSessions sessions = new PostgresSessions(database);
    final PostgresIdentities identities = new PostgresIdentities(database, trail);
    final Argon2Passwords passwords = new Argon2Passwords();
    final NewPassword newPassword = new NewPassword(passwords);
    final String name = "t-" + UUID.randomUUID();
    final Actor operator = actor(Role.OPERATOR);
    final Map<TokenDigest, Integer> tries = new HashMap<>();
    final FailedSignIns failures = new FailedSignIns() {
        @Override
        public int begin(TokenDigest target, Instant at, Instant since) {
            return tries.merge(target, 1, Integer::sum);
        }

        @Override
        public void succeeded(TokenDigest account, TokenDigest origin, Instant at) {
            tries.clear();
        }
    };
    Instant now = NOON;

    AccountEntry person() throws Exception {
        AccountEntry added = add(draft(Role.RESEARCHER));
        OneTimeSecret code = code(added);
        within(() -> setPassword().set(code.text(), GOOD));
        return added;
    }

    AccountEntry add(AccountDraft draft) throws Exception {
        return within(() -> adding().add(operator, draft));
    }

    OneTimeSecret code(AccountEntry added) throws Exception {
        return within(() -> new IssueSetupCode(directory, codes, clock())
                .issue(operator, added.account().id()));
    }

    OpenedSession signIn(String password) throws Exception {
        SignInWithPassword signIn = new SignInWithPassword(
                new Throttle(failures),
                new PasswordProof(accounts, passwords),
                new OpenSession(sessions, trail),
                NoProviders.PASSWORDS,
                clock());
        try (SecretBytes secret = secret(password)) {
            return within(() -> signIn.signIn(new Attempt(name, secret, name)));
        }
    }

    void change(Actor actor, String username, String old, String password, OpenedSession kept) throws Exception {
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

    static SecretBytes secret(String password) {
        return SecretBytes.copyOf(password.getBytes(StandardCharsets.UTF_8));
    }

    AddAccount adding() {
        return new AddAccount(directory, passwords, clock());
    }

    ChangeAccount changing() {
        return new ChangeAccount(directory, clock());
    }

    SwitchAccount switching() {
        return new SwitchAccount(directory, sessions, tokens, codes, clock());
    }

    SetPassword setPassword() {
        return new SetPassword(directory, codes, sessions, newPassword, clock());
    }

    KeepTokens keeping() {
        return new KeepTokens(directory, tokens, clock());
    }

    FindAccounts finding() {
        return new FindAccounts(directory, tokens, identities, clock());
    }

    FindAccount finder() {
        return new FindAccount(accounts, sessions, clock());
    }

    FirstOperator first() {
        return new FirstOperator(directory, codes, newPassword, clock());
    }

    AccountDraft draft(Role role) {
        return new AccountDraft(name, "A. van Dam", Set.of(role.name()), "", false);
    }

    List<String> acts() {
        return entries.stream().map(AuditEntry::act).toList();
    }

    Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    static Actor actor(Role role) {
        Optional<Brin> school = role == Role.SCHOOL ? Optional.of(new Brin("99AA")) : Optional.empty();
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(role), school);
    }

    static Object done(Runnable work) {
        work.run();
        return true;
    }

    static void run(Runnable work) throws Exception {
        within(() -> done(work));
    }

    static <T> T within(Callable<T> work) throws Exception {
        return TestPostgres.inTransaction(Zone.ACCOUNT, work);
    }
}
