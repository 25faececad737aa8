package nl.schakel.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.schakel.account.Account;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AccountSearch;
import nl.schakel.account.ApiToken;
import nl.schakel.account.Credential;
import nl.schakel.account.IssuedToken;
import nl.schakel.account.SetupCode;
import nl.schakel.account.SignInWay;
import nl.schakel.account.TokenDigest;
import nl.schakel.account.TokenId;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;

class PostgresAdministrationTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(1));
    private static final AuditEntry ENTRY = AuditEntry.bySystem("account.test", ProcessingActivity.ADMINISTER_ACCOUNTS);
    private static final String HASH = "$argon2id$v=19$m=1,t=1,p=1$a$b";

    private final Database database = TestPostgres.database(null);
    private final List<AuditEntry> entries = new ArrayList<>();
    private final AuditTrail trail = (zone, entry) -> entries.add(entry);
    private final PostgresAccounts accounts = new PostgresAccounts(database, trail);
    private final PostgresAccountDirectory directory = new PostgresAccountDirectory(database, trail);
    private final PostgresTokens tokens = new PostgresTokens(database, trail);
    private final PostgresSetupCodes codes = new PostgresSetupCodes(database, trail);
    private final PostgresSessions sessions = new PostgresSessions(database);
    private final StaffId id = new StaffId(UUID.randomUUID());
    private final String username = "t-" + UUID.randomUUID();

    @Test
    void an_account_is_added_once_and_a_taken_name_leaves_no_trace() throws Exception {
        assertThat(add(account(Role.RESEARCHER), true)).isTrue();
        assertThat(add(new Account(other(), username, "B", Set.of(Role.STEWARD), Optional.empty(), true), false))
                .isFalse();
        assertThat(entries).hasSize(1);
        AccountEntry found = within(() -> directory.find(id)).orElseThrow();
        assertThat(found.account()).isEqualTo(account(Role.RESEARCHER));
        assertThat(found.machine()).isTrue();
        assertThat(found.created()).isEqualTo(NOON);
        assertThat(within(() -> directory.find(other()))).isEmpty();
    }

    @Test
    void a_change_replaces_name_roles_school_and_state_and_nothing_else() throws Exception {
        add(account(Role.RESEARCHER), false);
        Account after = new Account(id, username, "Nieuwe", Set.of(Role.SCHOOL), Optional.of(new Brin("99AA")), false);
        run(() -> directory.change(after, NOON, ENTRY));
        assertThat(within(() -> directory.find(id)).orElseThrow().account()).isEqualTo(after);
        assertThat(within(() -> accounts.byUsername(username)).orElseThrow().passwordHash())
                .isEqualTo(HASH);
        run(() -> directory.change(account(Role.STEWARD), LATER, ENTRY));
        assertThat(within(() -> directory.find(id)).orElseThrow().account()).isEqualTo(account(Role.STEWARD));
        run(() -> directory.password(id, HASH + "c", ENTRY));
        assertThat(within(() -> accounts.byUsername(username)).orElseThrow().passwordHash())
                .isEqualTo(HASH + "c");
        assertThat(entries).hasSize(4);
    }

    @Test
    void a_search_matches_name_or_username_and_role_and_takes_wildcards_as_signs() throws Exception {
        add(account(Role.RESEARCHER), false);
        String part = username.substring(2, 20);
        assertThat(names(part, Optional.empty())).containsExactly(username);
        assertThat(names(part.toUpperCase(java.util.Locale.ROOT), Optional.of(Role.RESEARCHER)))
                .containsExactly(username);
        assertThat(names("a. van " + part, Optional.empty())).containsExactly(username);
        assertThat(names(part, Optional.of(Role.STEWARD))).isEmpty();
        assertThat(names("%", Optional.empty())).isEmpty();
        assertThat(names("t_" + part, Optional.empty())).isEmpty();
        assertThat(names("", Optional.of(Role.RESEARCHER))).contains(username);
    }

    @Test
    void operators_count_while_they_are_enabled_people() throws Exception {
        add(account(Role.OPERATOR), false);
        assertThat(within(directory::lockActiveOperators)).contains(id);
        run(() -> directory.change(
                new Account(id, username, "A", Set.of(Role.OPERATOR), Optional.empty(), false), NOON, ENTRY));
        assertThat(within(directory::lockActiveOperators)).doesNotContain(id);
        StaffId machine = other();
        within(() -> directory.add(
                new AccountEntry(
                        new Account(machine, username + "m", "M", Set.of(Role.OPERATOR), Optional.empty(), true),
                        true,
                        NOON),
                HASH,
                ENTRY));
        assertThat(within(directory::lockActiveOperators)).doesNotContain(machine);
    }

    @Test
    void a_token_is_listed_and_ends_once_and_only_for_its_own_account() throws Exception {
        add(account(Role.RESEARCHER), false);
        TokenDigest digest = TokenDigest.of("token" + username);
        TokenId token = within(() -> tokens.issue(new ApiToken(digest, id, NOON, LATER), "export", ENTRY));
        assertThat(within(() -> tokens.of(id)))
                .containsExactly(new IssuedToken(token, "export", NOON, LATER, Optional.empty()));
        assertThat(within(() -> tokens.revoke(other(), token, NOON, ENTRY))).isFalse();
        assertThat(within(() -> tokens.revoke(id, token, NOON, ENTRY))).isTrue();
        assertThat(within(() -> tokens.revoke(id, token, NOON, ENTRY))).isFalse();
        assertThat(entries).hasSize(3);
        assertThat(within(() -> accounts.byToken(digest, NOON))).isEmpty();
        TokenDigest second = TokenDigest.of("second" + username);
        within(() -> tokens.issue(new ApiToken(second, id, NOON, LATER), "", ENTRY));
        run(() -> tokens.revokeAll(id, NOON));
        assertThat(within(() -> accounts.byToken(second, NOON))).isEmpty();
        assertThat(within(() -> tokens.of(id))).hasSize(2).allSatisfy(found -> assertThat(found.isOpen(NOON))
                .isFalse());
    }

    @Test
    void a_code_works_once_before_it_expires_and_not_after_a_newer_one() throws Exception {
        add(account(Role.RESEARCHER), false);
        TokenDigest first = issue("first", Optional.of(id));
        TokenDigest second = issue("second", Optional.of(id));
        assertThat(within(() -> codes.redeem(first, NOON))).isEmpty();
        assertThat(within(() -> codes.redeem(second, LATER))).isEmpty();
        assertThat(within(() -> codes.redeem(second, NOON)).orElseThrow().account())
                .contains(id);
        assertThat(within(() -> codes.redeem(second, NOON))).isEmpty();
        TokenDigest third = issue("third", Optional.of(id));
        run(() -> codes.cancel(id, NOON));
        assertThat(within(() -> codes.redeem(third, NOON))).isEmpty();
        assertThat(within(() -> codes.redeem(TokenDigest.of("nothing"), NOON))).isEmpty();
    }

    @Test
    void a_newer_code_for_the_first_operator_voids_only_codes_of_that_kind() throws Exception {
        add(account(Role.RESEARCHER), false);
        TokenDigest own = issue("own", Optional.of(id));
        TokenDigest old = issue("old", Optional.empty());
        TokenDigest latest = issue("latest", Optional.empty());
        assertThat(within(() -> codes.redeem(old, NOON))).isEmpty();
        assertThat(within(() -> codes.redeem(latest, NOON)).orElseThrow().account())
                .isEmpty();
        assertThat(within(() -> codes.redeem(own, NOON))).isPresent();
    }

    @Test
    void the_other_sessions_of_an_account_end_and_those_of_others_go_on() throws Exception {
        add(account(Role.RESEARCHER), false);
        StaffId neighbour = other();
        within(() -> directory.add(
                new AccountEntry(
                        new Account(neighbour, username + "b", "B", Set.of(Role.STEWARD), Optional.empty(), true),
                        false,
                        NOON),
                HASH,
                ENTRY));
        TokenDigest here = session("here", id);
        TokenDigest there = session("there", id);
        TokenDigest elsewhere = session("elsewhere", neighbour);
        run(() -> sessions.endOthers(id, Optional.of(here), NOON));
        assertThat(within(() -> sessions.find(here))).isPresent();
        assertThat(within(() -> sessions.find(there))).isEmpty();
        run(() -> sessions.endOthers(id, Optional.empty(), NOON));
        assertThat(within(() -> sessions.find(here))).isEmpty();
        assertThat(within(() -> sessions.find(elsewhere))).isPresent();
    }

    @Test
    void what_a_statement_changed_is_read_anew_in_the_same_transaction() throws Exception {
        add(account(Role.OPERATOR), false);
        run(() -> {
            TokenDigest digest = TokenDigest.of("same" + username);
            TokenId token = tokens.issue(new ApiToken(digest, id, NOON, LATER), "", ENTRY);
            assertThat(tokens.of(id)).singleElement().satisfies(found -> assertThat(found.isOpen(NOON))
                    .isTrue());
            tokens.revoke(id, token, NOON, ENTRY);
            assertThat(tokens.of(id)).singleElement().satisfies(found -> assertThat(found.isOpen(NOON))
                    .isFalse());
            assertThat(accounts.byId(id)).contains(account(Role.OPERATOR));
            accounts.save(new Credential(account(Role.STEWARD), HASH + "d"), NOON, ENTRY);
            assertThat(accounts.byId(id)).contains(account(Role.STEWARD));
        });
    }

    @Test
    void an_operator_that_another_one_disabled_meanwhile_counts_no_more() throws Exception {
        add(account(Role.OPERATOR), false);
        run(() -> {
            assertThat(directory.find(id).orElseThrow().account().enabled()).isTrue();
            try (Connection other = TestPostgres.connect(Zone.ACCOUNT.role());
                    Statement statement = other.createStatement()) {
                statement.execute(
                        "update account.account set disabled_at = '2027-01-01' where id = '" + id.value() + "'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            assertThat(directory.lockActiveOperators()).doesNotContain(id);
            assertThat(directory.find(id).orElseThrow().account().enabled()).isFalse();
        });
    }

    private TokenDigest session(String name, StaffId account) throws Exception {
        TokenDigest digest = TokenDigest.of(name + username);
        run(() -> sessions.begin(digest, account, new SignInWay(Optional.empty(), true), NOON));
        return digest;
    }

    private TokenDigest issue(String name, Optional<StaffId> account) throws Exception {
        TokenDigest digest = TokenDigest.of(name + username);
        run(() -> codes.issue(new SetupCode(digest, account, NOON, LATER), ENTRY));
        return digest;
    }

    private List<String> names(String text, Optional<Role> role) throws Exception {
        return within(() -> directory.search(new AccountSearch(text, role))).stream()
                .map(found -> found.account().username())
                .toList();
    }

    private boolean add(Account account, boolean machine) throws Exception {
        return within(() -> directory.add(new AccountEntry(account, machine, NOON), HASH, ENTRY));
    }

    private Account account(Role role) {
        return new Account(id, username, "A. van " + username.substring(2), Set.of(role), Optional.empty(), true);
    }

    private static StaffId other() {
        return new StaffId(UUID.randomUUID());
    }

    private static void run(Runnable work) throws Exception {
        within(() -> {
            work.run();
            return true;
        });
    }

    private static <T> T within(Callable<T> work) throws Exception {
        return TestPostgres.inTransaction(Zone.ACCOUNT, work);
    }
}
