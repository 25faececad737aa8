package nl.schakel.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.schakel.account.Account;
import nl.schakel.account.AccountDraft;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.AdmitIdentity;
import nl.schakel.account.Arrival;
import nl.schakel.account.Attempt;
import nl.schakel.account.BindIdentity;
import nl.schakel.account.BindingId;
import nl.schakel.account.BoundIdentity;
import nl.schakel.account.IdentityName;
import nl.schakel.account.OneTimeSecret;
import nl.schakel.account.OpenIdProviders;
import nl.schakel.account.OpenSession;
import nl.schakel.account.OpenedSession;
import nl.schakel.account.PasswordProof;
import nl.schakel.account.ProvedIdentity;
import nl.schakel.account.ProviderAnswer;
import nl.schakel.account.ProviderAnswers;
import nl.schakel.account.ProviderName;
import nl.schakel.account.ProviderOffer;
import nl.schakel.account.ReleaseIdentity;
import nl.schakel.account.SignInElsewhere;
import nl.schakel.account.SignInTry;
import nl.schakel.account.SignInWithPassword;
import nl.schakel.account.SignOut;
import nl.schakel.account.Throttle;
import nl.schakel.account.TokenDigest;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.school.Brin;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Signing in at a provider, on PostgreSQL; the provider vouches for whom the test says. */
class ElsewhereTest extends AdministrationWorld {
    private static final ProviderName ENTREE = new ProviderName("entree");

    private final PostgresProviderAnswers answers = new PostgresProviderAnswers(database);
    private ProvedIdentity vouched = identity(name, false, Optional.empty());

    @Test
    void an_identity_that_was_bound_by_a_code_begins_a_session_with_the_rights_of_the_account() throws Exception {
        Account account = bound(Role.RESEARCHER);
        entries.clear();
        OpenedSession session = arrive(false).session().orElseThrow();
        assertThat(within(() -> finder().ofSession(session.secret()))).contains(account);
        assertThat(acts()).containsExactly("account.sign-in");
        assertThat(entries.get(0).details()).containsEntry("provider", "entree").containsEntry("secondFactor", "no");
        assertThat(within(() -> new SignOut(sessions, trail, clock()).signOut(account.actor(), session.secret())))
                .contains(ENTREE);
        assertThat(within(() -> finder().ofSession(session.secret()))).isEmpty();
    }

    @Test
    void an_identity_of_nobody_begins_nothing_and_leaves_one_entry() throws Exception {
        assertThat(arrive(false)).isEqualTo(new Arrival(Arrival.Next.CODE, Optional.empty()));
        assertThat(acts()).containsExactly("account.meet-identity");
        assertThat(entries.toString() + entries.get(0).details()).doesNotContain(vouched.subject());
    }

    @Test
    void an_answer_works_once_and_only_for_the_browser_that_asked() throws Exception {
        bound(Role.RESEARCHER);
        SignInTry begun = begin(false);
        assertFault(() -> finish(begun, "x", "code"), "STATE");
        assertFault(() -> finish(begun, begin(false).state(), "code"), "STATE");
        assertThat(finish(begun, begun.state(), "code").next()).isEqualTo(Arrival.Next.IN);
        assertFault(() -> finish(begun, begun.state(), "code"), "REPLAY");
        assertFault(() -> finish(begun, begun.state(), "other"), "REPLAY");
        SignInTry declined = begin(false);
        assertFault(() -> finish(declined, declined.state(), ""), "DECLINED");
        assertFault(() -> finish(declined, declined.state(), "code"), "REPLAY");
    }

    @Test
    void who_oversees_administers_or_keeps_keys_is_asked_for_a_second_factor() throws Exception {
        vouched = identity(name, true, Optional.empty());
        bound(Role.PRIVACY_OFFICER);
        vouched = identity(name, false, Optional.empty());
        entries.clear();
        assertThat(arrive(false).next()).isEqualTo(Arrival.Next.SECOND_FACTOR);
        assertThat(acts()).isEmpty();
        assertThatThrownBy(() -> arrive(true)).isInstanceOf(AccountRefused.SecondFactorNeeded.class);
        vouched = identity(name, true, Optional.empty());
        assertThat(arrive(true).next()).isEqualTo(Arrival.Next.IN);
    }

    @Test
    void a_session_without_a_second_factor_ends_when_the_account_gets_a_role_that_needs_one() throws Exception {
        Account account = bound(Role.STEWARD);
        String secret = arrive(false).session().orElseThrow().secret();
        run(() -> changing()
                .change(
                        operator,
                        account.id(),
                        new AccountDraft("", "Naam", Set.of("STEWARD", "OPERATOR"), "", false)));
        assertThat(within(() -> finder().ofSession(secret))).isEmpty();
        run(() ->
                changing().change(operator, account.id(), new AccountDraft("", "Naam", Set.of("STEWARD"), "", false)));
        assertThat(within(() -> finder().ofSession(secret))).isPresent();
    }

    @Test
    void a_wrong_code_binds_nothing_and_the_right_one_works_after_it_though_once() throws Exception {
        AccountEntry added = add(draft(Role.RESEARCHER));
        OneTimeSecret code = code(added);
        SignInTry begun = begin(false);
        finish(begun, begun.state(), "code");
        assertThatThrownBy(() -> bind(begun, "AAAAA-AAAAA")).isInstanceOf(AccountRefused.CodeNotRecognized.class);
        assertThat(bind(begun, code.text())).isEqualTo(added.account());
        assertFault(() -> bind(begun, code.text()), "REPLAY");
        OneTimeSecret second = code(added);
        assertFault(() -> bind(begin(false), second.text()), "REPLAY");
    }

    @Test
    void a_code_comes_too_late_after_ten_minutes() throws Exception {
        OneTimeSecret code = code(add(draft(Role.RESEARCHER)));
        SignInTry begun = begin(false);
        finish(begun, begun.state(), "code");
        now = NOON.plus(BindIdentity.WAIT);
        assertFault(() -> bind(begun, code.text()), "REPLAY");
    }

    @Test
    void a_school_account_is_not_bound_to_who_is_of_another_school_nor_opened_by_them_later() throws Exception {
        AccountEntry added = add(new AccountDraft(name, "School", Set.of("SCHOOL"), "99AA", false));
        vouched = identity(name, false, Optional.of(new Brin("99BB")));
        OneTimeSecret code = code(added);
        SignInTry begun = begin(false);
        finish(begun, begun.state(), "code");
        assertThatThrownBy(() -> bind(begun, code.text())).isInstanceOf(AccountRefused.OtherOrganisation.class);
        vouched = identity(name, false, Optional.of(new Brin("99AA")));
        SignInTry again = begin(false);
        finish(again, again.state(), "code");
        bind(again, code.text());
        vouched = identity(name, false, Optional.of(new Brin("99BB")));
        assertThatThrownBy(() -> arrive(false)).isInstanceOf(AccountRefused.OtherOrganisation.class);
    }

    @Test
    void an_officer_cannot_be_bound_without_a_second_factor() throws Exception {
        OneTimeSecret code = code(add(draft(Role.OPERATOR)));
        SignInTry begun = begin(false);
        finish(begun, begun.state(), "code");
        assertThatThrownBy(() -> bind(begun, code.text())).isInstanceOf(AccountRefused.SecondFactorNeeded.class);
    }

    @Test
    void an_account_has_one_identity_at_a_provider_and_an_identity_one_account() throws Exception {
        Account account = bound(Role.RESEARCHER);
        AccountEntry same = within(() -> directory.find(account.id())).orElseThrow();
        vouched = identity(name + "-2", false, Optional.empty());
        SignInTry begun = begin(false);
        finish(begun, begun.state(), "code");
        OneTimeSecret code = code(same);
        assertThatThrownBy(() -> bind(begun, code.text())).isInstanceOf(AccountRefused.AlreadyBound.class);
        StaffId someone = add(new AccountDraft(name + "-b", "B", Set.of("STEWARD"), "", false))
                .account()
                .id();
        IdentityName taken = new IdentityName("https://inlog.example", name);
        assertThat(within(() -> identities.bind(taken, someone, NOON, entry(someone))))
                .isFalse();
        assertThat(within(() -> identities.of(someone))).isEmpty();
    }

    @Test
    void a_closed_account_lets_nobody_in() throws Exception {
        Account account = bound(Role.RESEARCHER);
        add(new AccountDraft(name + "-beheer", "B", Set.of("OPERATOR"), "", false));
        run(() -> switching().disable(operator, account.id()));
        assertThatThrownBy(() -> arrive(false)).isInstanceOf(AccountRefused.Closed.class);
    }

    @Test
    void an_operator_ends_the_binding_of_another_and_with_it_the_sessions() throws Exception {
        Account account = bound(Role.RESEARCHER);
        String secret = arrive(false).session().orElseThrow().secret();
        BindingId binding = binding(account);
        ReleaseIdentity release = new ReleaseIdentity(identities, sessions, clock());
        for (Actor other : List.of(actor(Role.STEWARD), account.actor())) {
            assertThatThrownBy(() -> run(() -> release.release(other, account.id(), binding)))
                    .isInstanceOf(AuditRefused.NotAllowed.class);
        }
        assertThatThrownBy(() ->
                        run(() -> release.release(operator, actor(Role.STEWARD).staff(), binding)))
                .isInstanceOf(AccountRefused.UnknownBinding.class);
        run(() -> release.release(operator, account.id(), binding));
        assertThat(acts()).last().isEqualTo("account.release-identity");
        assertThat(within(() -> finder().ofSession(secret))).isEmpty();
        assertThat(arrive(false).next()).isEqualTo(Arrival.Next.CODE);
        assertThatThrownBy(() -> run(() -> release.release(operator, account.id(), binding)))
                .isInstanceOf(AccountRefused.UnknownBinding.class);
    }

    @Test
    void an_answer_is_forgotten_after_a_day() throws Exception {
        SignInTry begun = begin(false);
        finish(begun, begun.state(), "code");
        now = NOON.plus(Duration.ofHours(25));
        arrive(false);
        long kept = within(() -> database.statements(Zone.ACCOUNT)
                .number("select count(*) from account.provider_answer where used_at = ?", NOON));
        assertThat(kept).isZero();
    }

    @Test
    void nobody_signs_in_with_a_password_where_that_is_switched_off() throws Exception {
        person();
        SignInWithPassword signIn = new SignInWithPassword(
                new Throttle(failures),
                new PasswordProof(accounts, passwords),
                new OpenSession(sessions, trail),
                new Vouching(),
                clock());
        try (SecretBytes secret = secret(GOOD)) {
            assertThatThrownBy(() -> within(() -> signIn.signIn(new Attempt(name, secret, name))))
                    .isInstanceOf(AccountRefused.PasswordsOff.class);
        }
    }

    private Account bound(Role role) throws Exception {
        AccountEntry added = add(draft(role));
        OneTimeSecret code = code(added);
        SignInTry begun = begin(vouched.strong());
        finish(begun, begun.state(), "code");
        return bind(begun, code.text());
    }

    private BindingId binding(Account account) throws Exception {
        List<BoundIdentity> bound = within(() -> identities.of(account.id()));
        assertThat(bound).singleElement().extracting(BoundIdentity::issuer).isEqualTo(vouched.issuer());
        return bound.get(0).id();
    }

    private Arrival arrive(boolean strong) throws Exception {
        SignInTry begun = begin(strong);
        return finish(begun, begun.state(), "code");
    }

    private SignInTry begin(boolean strong) {
        return elsewhere().begin(ENTREE, strong).begun();
    }

    /** As in the service: the answer is used up in a transaction of its own, which the later refusal does not undo. */
    private Arrival finish(SignInTry begun, String state, String code) throws Exception {
        return elsewhere().finish(begun, new ProviderAnswer(state, code, Optional.empty()));
    }

    private SignInElsewhere elsewhere() {
        OpenSession opening = new OpenSession(sessions, trail);
        AdmitIdentity admission = new AdmitIdentity(identities, answers, opening, trail, clock()) {
            @Override
            public Arrival admit(SignInTry begun, ProvedIdentity identity) {
                return plainly(() -> super.admit(begun, identity));
            }
        };
        ProviderAnswers own = new ProviderAnswers() {
            @Override
            public boolean use(TokenDigest answered, Instant at) {
                return plainly(() -> answers.use(answered, at));
            }

            @Override
            public void keep(TokenDigest answered, ProvedIdentity identity) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<ProvedIdentity> take(TokenDigest answered, Instant since) {
                throw new UnsupportedOperationException();
            }
        };
        return new SignInElsewhere(new Vouching(), own, admission, clock());
    }

    private static <T> T plainly(Callable<T> work) {
        try {
            return within(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Account bind(SignInTry begun, String code) throws Exception {
        return within(() -> new BindIdentity(answers, identities, codes, directory, clock()).bind(begun, code));
    }

    private static ProvedIdentity identity(String subject, boolean strong, Optional<Brin> school) {
        return new ProvedIdentity("https://inlog.example", subject, strong, school.isPresent(), school);
    }

    private static AuditEntry entry(StaffId account) {
        return AuditEntry.by(account, "account.bind-identity", ProcessingActivity.ADMINISTER_ACCOUNTS);
    }

    private static void assertFault(ThrowingCallable work, String fault) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(AccountRefused.AnswerRefused.class, refused -> assertThat(refused.facts())
                        .containsEntry("fout", fault));
    }

    /** A provider that vouches for whom the test says. */
    private final class Vouching implements OpenIdProviders {
        @Override
        public List<ProviderOffer> offers() {
            return List.of();
        }

        @Override
        public boolean passwords() {
            return false;
        }

        @Override
        public URI beginning(SignInTry begun) {
            return URI.create("https://inlog.example/");
        }

        @Override
        public ProvedIdentity proved(SignInTry begun, ProviderAnswer answer) {
            return vouched;
        }

        @Override
        public Optional<URI> ending(ProviderName provider) {
            return Optional.empty();
        }
    }
}
