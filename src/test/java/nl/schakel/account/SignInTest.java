package nl.schakel.account;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.secret.SecretBytes;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final InMemory store = new InMemory();
    private final List<AuditEntry> trail = new ArrayList<>();
    private Instant now = NOON;

    @Test
    void the_right_passphrase_opens_a_session_and_is_recorded() {
        store.add(account("steward", true));
        OpenedSession opened = signIn("steward", "right");
        assertThat(opened.account().username()).isEqualTo("steward");
        assertThat(opened.secret()).hasSize(43);
        assertThat(opened.toString()).doesNotContain(opened.secret());
        assertThat(trail).singleElement().extracting(AuditEntry::act).isEqualTo("account.sign-in");
        assertThat(finder().ofSession(opened.secret())).isPresent();
    }

    @Test
    void the_username_is_compared_without_case_and_space() {
        store.add(account("steward", true));
        assertThat(signIn("  Steward ", "right").account().username()).isEqualTo("steward");
    }

    @Test
    void unknown_wrong_and_disabled_get_the_same_answer_for_the_same_work() {
        store.add(account("steward", true));
        store.add(account("gone", false));
        for (String[] wrong : new String[][] {{"nobody", "right"}, {"steward", "wrong"}, {"gone", "right"}, {"", ""}}) {
            int before = store.comparisons;
            assertThatThrownBy(() -> signIn(wrong[0], wrong[1])).isInstanceOf(AccountRefused.NotRecognized.class);
            assertThat(store.comparisons).isEqualTo(before + 1);
        }
        assertThat(trail).isEmpty();
    }

    @Test
    void the_eleventh_try_is_refused_even_with_the_right_passphrase_until_a_quarter_of_an_hour_has_passed() {
        store.add(account("steward", true));
        for (int i = 0; i < Throttle.TRIES_PER_ACCOUNT; i++) {
            assertThatThrownBy(() -> signIn("steward", "wrong")).isInstanceOf(AccountRefused.NotRecognized.class);
        }
        assertThatThrownBy(() -> signIn("steward", "right")).isInstanceOf(AccountRefused.TooManyAttempts.class);
        now = NOON.plus(Duration.ofMinutes(16));
        assertThat(signIn("steward", "right").account().username()).isEqualTo("steward");
    }

    @Test
    void guessing_many_accounts_from_one_address_is_refused_too() {
        for (int i = 0; i < Throttle.TRIES_PER_ORIGIN; i++) {
            String name = "nobody" + i;
            assertThatThrownBy(() -> signIn(name, "wrong")).isInstanceOf(AccountRefused.NotRecognized.class);
        }
        assertThatThrownBy(() -> signIn("nobody", "wrong")).isInstanceOf(AccountRefused.TooManyAttempts.class);
    }

    @Test
    void success_does_not_count_against_the_address() {
        store.add(account("steward", true));
        for (int i = 0; i < 2 * Throttle.TRIES_PER_ORIGIN; i++) {
            now = now.plusMillis(1);
            signIn("steward", "right");
        }
        assertThat(trail).hasSize(2 * Throttle.TRIES_PER_ORIGIN);
    }

    @Test
    void a_session_ends_after_fifteen_idle_minutes() {
        store.add(account("steward", true));
        String secret = signIn("steward", "right").secret();
        now = NOON.plus(Duration.ofMinutes(14));
        assertThat(finder().ofSession(secret)).isPresent();
        now = NOON.plus(Duration.ofMinutes(28));
        assertThat(finder().ofSession(secret)).isPresent();
        now = NOON.plus(Duration.ofMinutes(43));
        assertThat(finder().ofSession(secret)).isEmpty();
    }

    @Test
    void a_session_ends_after_eight_hours_however_busy() {
        store.add(account("steward", true));
        String secret = signIn("steward", "right").secret();
        for (int minutes = 10; minutes < 8 * 60; minutes += 10) {
            now = NOON.plus(Duration.ofMinutes(minutes));
            assertThat(finder().ofSession(secret))
                    .as("after %d minutes", minutes)
                    .isPresent();
        }
        now = NOON.plus(Duration.ofHours(8));
        assertThat(finder().ofSession(secret)).isEmpty();
    }

    @Test
    void disabling_an_account_ends_its_session_at_once() {
        Account account = account("steward", true);
        store.add(account);
        String secret = signIn("steward", "right").secret();
        store.add(new Account(account.id(), "steward", "S", account.roles(), Optional.empty(), false));
        assertThat(finder().ofSession(secret)).isEmpty();
    }

    @Test
    void signing_out_ends_the_session_for_ever() {
        store.add(account("steward", true));
        OpenedSession opened = signIn("steward", "right");
        new SignOut(store, (zone, entry) -> trail.add(entry), clock())
                .signOut(opened.account().actor(), opened.secret());
        assertThat(finder().ofSession(opened.secret())).isEmpty();
        assertThat(trail).last().extracting(AuditEntry::act).isEqualTo("account.sign-out");
    }

    @Test
    void another_text_is_no_session() {
        assertThat(finder().ofSession("")).isEmpty();
        assertThat(finder().ofSession("x".repeat(5_000))).isEmpty();
    }

    private OpenedSession signIn(String username, String password) {
        SignIn signIn = new SignInWithPassword(
                new Throttle(store),
                new PasswordProof(store, store),
                new OpenSession(store, (zone, entry) -> trail.add(entry)),
                NoProviders.PASSWORDS,
                clock());
        try (SecretBytes secret = SecretBytes.copyOf(password.getBytes(StandardCharsets.UTF_8))) {
            return signIn.signIn(new Attempt(username, secret, "192.0.2.1"));
        }
    }

    private FindAccount finder() {
        return new FindAccount(store, store, clock());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Account account(String username, boolean enabled) {
        return new Account(
                new StaffId(UUID.randomUUID()),
                username,
                "S. Steward",
                Set.of(Role.STEWARD),
                Optional.empty(),
                enabled);
    }

    /** All ports of signing in; a password matches when it says "right". */
    private static final class InMemory implements Accounts, Passwords, FailedSignIns, Sessions {
        private final Map<String, Account> accounts = new HashMap<>();
        private final Map<TokenDigest, Session> sessions = new HashMap<>();
        private final Map<TokenDigest, List<Instant>> failures = new HashMap<>();
        private int comparisons;

        void add(Account account) {
            accounts.put(account.username(), account);
        }

        @Override
        public Optional<Account> byId(StaffId id) {
            return accounts.values().stream().filter(a -> a.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Credential> byUsername(String username) {
            return Optional.ofNullable(accounts.get(username)).map(account -> new Credential(account, "hash"));
        }

        @Override
        public Optional<Account> byToken(TokenDigest digest, Instant at) {
            return Optional.empty();
        }

        @Override
        public StaffId save(Credential credential, Instant at, AuditEntry entry) {
            add(credential.account());
            return credential.account().id();
        }

        @Override
        public void issue(ApiToken token, AuditEntry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int revokeTokens(StaffId account, Instant at, AuditEntry entry) {
            return 0;
        }

        @Override
        public String hash(SecretBytes password) {
            return "hash";
        }

        @Override
        public boolean matches(SecretBytes password, String hash) {
            comparisons++;
            return hash.equals("hash")
                    && password.matches(SecretBytes.copyOf("right".getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public String decoy() {
            return "decoy";
        }

        @Override
        public int begin(TokenDigest target, Instant at, Instant since) {
            List<Instant> tries = failures.computeIfAbsent(target, key -> new ArrayList<>());
            tries.add(at);
            return (int) tries.stream().filter(moment -> moment.isAfter(since)).count();
        }

        @Override
        public void succeeded(TokenDigest account, TokenDigest origin, Instant at) {
            failures.remove(account);
            failures.getOrDefault(origin, new ArrayList<>()).remove(at);
        }

        @Override
        public void begin(TokenDigest session, StaffId account, SignInWay way, Instant at) {
            sessions.put(session, new Session(byId(account).orElseThrow(), way, at, at));
        }

        @Override
        public Optional<Session> find(TokenDigest session) {
            return Optional.ofNullable(sessions.get(session))
                    .map(found -> new Session(
                            byId(found.account().id()).orElseThrow(), found.way(), found.started(), found.seen()));
        }

        @Override
        public void touch(TokenDigest session, Instant at) {
            sessions.computeIfPresent(session, (key, old) -> new Session(old.account(), old.way(), old.started(), at));
        }

        @Override
        public void end(TokenDigest session, Instant at) {
            sessions.remove(session);
        }

        @Override
        public void endOthers(StaffId account, Optional<TokenDigest> kept, Instant at) {
            sessions.entrySet()
                    .removeIf(entry -> entry.getValue().account().id().equals(account)
                            && !Optional.of(entry.getKey()).equals(kept));
        }
    }
}
