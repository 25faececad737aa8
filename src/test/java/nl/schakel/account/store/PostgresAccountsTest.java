package nl.schakel.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
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
import nl.schakel.account.ApiToken;
import nl.schakel.account.Credential;
import nl.schakel.account.SignInWay;
import nl.schakel.account.TokenDigest;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresAccountsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final AuditEntry ENTRY = AuditEntry.bySystem("account.seed", ProcessingActivity.ADMINISTER_ACCOUNTS);

    private final Database database = TestPostgres.database(null);
    private final List<AuditEntry> trail = new ArrayList<>();
    private final PostgresAccounts accounts = new PostgresAccounts(database, (zone, entry) -> trail.add(entry));
    private final PostgresSessions sessions = new PostgresSessions(database);
    private final PostgresFailedSignIns failures = new PostgresFailedSignIns(database);
    private final String username = "t-" + UUID.randomUUID();

    @Test
    void a_saved_account_is_found_by_name_and_by_identifier_and_the_write_is_audited() throws Exception {
        StaffId id = save(school(username));
        Credential found = within(() -> accounts.byUsername(username)).orElseThrow();
        assertThat(found.account().school()).contains(new Brin("99AA"));
        assertThat(found.account().roles()).containsExactly(Role.SCHOOL);
        assertThat(within(() -> accounts.byId(id))).contains(found.account());
        assertThat(trail).singleElement().extracting(AuditEntry::object).isEqualTo("account/" + id.value());
    }

    @Test
    void saving_the_same_name_again_keeps_the_identifier() throws Exception {
        StaffId first = save(school(username));
        assertThat(save(school(username))).isEqualTo(first);
    }

    @Test
    void a_token_opens_its_account_until_it_expires_or_is_revoked() throws Exception {
        StaffId id = save(school(username));
        TokenDigest digest = TokenDigest.of(username);
        Instant end = NOON.plus(Duration.ofDays(1));
        within(() -> {
            accounts.issue(new ApiToken(digest, id, NOON, end), ENTRY);
            return true;
        });
        assertThat(within(() -> accounts.byToken(digest, NOON))).isPresent();
        assertThat(within(() -> accounts.byToken(digest, end))).isEmpty();
        assertThat(within(() -> accounts.byToken(TokenDigest.of("other"), NOON)))
                .isEmpty();
        assertThat(within(() -> accounts.revokeTokens(id, NOON, ENTRY))).isEqualTo(1);
        assertThat(within(() -> accounts.byToken(digest, NOON))).isEmpty();
    }

    @Test
    void a_session_is_found_until_it_is_ended() throws Exception {
        StaffId id = save(school(username));
        TokenDigest digest = TokenDigest.of("session" + username);
        within(() -> {
            sessions.begin(digest, id, new SignInWay(Optional.empty(), true), NOON);
            sessions.touch(digest, NOON.plusSeconds(90));
            return true;
        });
        assertThat(within(() -> sessions.find(digest)).orElseThrow().seen()).isEqualTo(NOON.plusSeconds(90));
        within(() -> {
            sessions.end(digest, NOON);
            return true;
        });
        assertThat(within(() -> sessions.find(digest))).isEmpty();
    }

    @Test
    void tries_are_counted_per_target_and_window_and_forgotten_after_success() throws Exception {
        TokenDigest target = TokenDigest.of("account:" + username);
        TokenDigest origin = TokenDigest.of("origin:" + username);
        Instant since = NOON.minusSeconds(900);
        assertThat(within(() -> failures.begin(target, NOON.minusSeconds(1_000), since)))
                .isZero();
        assertThat(within(() -> failures.begin(target, NOON, since))).isEqualTo(1);
        assertThat(within(() -> failures.begin(target, NOON, since))).isEqualTo(2);
        assertThat(within(() -> failures.begin(origin, NOON.minusSeconds(5), since)))
                .isEqualTo(1);
        assertThat(within(() -> failures.begin(origin, NOON, since))).isEqualTo(2);
        within(() -> {
            failures.succeeded(target, origin, NOON);
            return true;
        });
        assertThat(within(() -> failures.begin(target, NOON, since))).isEqualTo(1);
        assertThat(within(() -> failures.begin(origin, NOON, since))).isEqualTo(2);
    }

    @Test
    void the_tables_hold_no_secret_in_clear() throws Exception {
        StaffId id = save(school(username));
        within(() -> {
            accounts.issue(new ApiToken(TokenDigest.of(username), id, NOON, NOON.plusSeconds(1)), ENTRY);
            return failures.begin(TokenDigest.of("account:" + username), NOON, NOON);
        });
        try (Connection superuser = TestPostgres.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from account.api_token t,"
                        + " account.failed_sign_in f where encode(t.digest, 'escape') like '%" + username + "%'"
                        + " or encode(f.target, 'escape') like '%" + username + "%'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Zone.class,
            names = {"SCHOOL", "LINK", "COLD", "LOG", "AUDITOR"})
    void no_other_zone_reads_an_account(Zone zone) throws Exception {
        try (Connection connection = TestPostgres.connect(zone.role());
                Statement statement = connection.createStatement()) {
            for (String table : List.of("account", "api_token", "session", "failed_sign_in")) {
                assertThatThrownBy(() -> statement.executeQuery("select * from account." + table))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private StaffId save(Account account) throws Exception {
        return within(() -> accounts.save(new Credential(account, "$argon2id$v=19$m=1,t=1,p=1$a$b"), NOON, ENTRY));
    }

    private static <T> T within(Callable<T> work) throws Exception {
        return TestPostgres.inTransaction(Zone.ACCOUNT, work);
    }

    private static Account school(String username) {
        return new Account(
                new StaffId(UUID.randomUUID()),
                username,
                "Basisschool De Kersentuin",
                Set.of(Role.SCHOOL),
                Optional.of(new Brin("99AA")),
                true);
    }
}
