package nl.schakel.release.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.InMemoryProcessingLog;
import nl.schakel.audit.KeptLog;
import nl.schakel.audit.LogGate;
import nl.schakel.audit.Role;
import nl.schakel.audit.Subject;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.ExtractId;
import nl.schakel.extract.ExtractMembers;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.release.APackage;
import nl.schakel.release.AnExtract;
import nl.schakel.release.Approval;
import nl.schakel.release.ApproveRelease;
import nl.schakel.release.DownloadRelease;
import nl.schakel.release.EndRelease;
import nl.schakel.release.Exit;
import nl.schakel.release.PackExtract;
import nl.schakel.release.PackageContents;
import nl.schakel.release.PackageLog;
import nl.schakel.release.PackageNotes;
import nl.schakel.release.ReadReleases;
import nl.schakel.release.RecallRelease;
import nl.schakel.release.Release;
import nl.schakel.release.ReleaseRefused;
import nl.schakel.release.ReleaseState;
import nl.schakel.release.Sha256;
import nl.schakel.study.ARequest;
import nl.schakel.study.ApprovedStudies;
import nl.schakel.study.ApprovedStudy;
import nl.schakel.study.ReviewRole;
import nl.schakel.study.Study;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseJourneyTest {
    private static final byte[] CIPHERTEXT = new byte[600_000];
    private static final List<PersonKey> PERSONS = Stream.of(1, 2, 3)
            .map(number -> PersonKey.of(
                    ByteBuffer.allocate(PersonKey.LENGTH).putInt(number).array()))
            .toList();

    private final Database database = TestPostgres.database(null);
    private final List<AuditEntry> entries = new ArrayList<>();
    private final Actor researcher = ARequest.somebody(Role.RESEARCHER);
    private final Actor colleague = ARequest.somebody(Role.RESEARCHER, Role.STEWARD, Role.PRIVACY_OFFICER);
    private final Actor steward = ARequest.somebody(Role.STEWARD);
    private final Actor officer = ARequest.somebody(Role.PRIVACY_OFFICER);
    private Instant now = ARequest.NOW;
    private long lost;
    private boolean open = true;
    private Optional<Instant> behind = Optional.empty();
    private boolean sealedLog = true;
    private ApprovedStudy study = ARequest.approved(researcher.staff());

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final ApprovedStudies studies = id -> open && id.equals(study.id()) ? Optional.of(study) : Optional.empty();
    private final LogGate gate = new LogGate() {
        @Override
        public Optional<Instant> behindSince(Zone zone) {
            return behind;
        }

        @Override
        public boolean isSealed(Zone zone, String object, List<String> acts) {
            return sealedLog && acts.containsAll(List.of("release.approve", "release.release"));
        }
    };
    private final PostgresReleases releases =
            new PostgresReleases(database, (zone, entry) -> entries.add(entry), clock);
    private final PostgresPackages packages = new PostgresPackages(database);
    private final Exit exit = new Exit(studies, new Members(), new KeptLog(gate, clock), clock);
    private final InMemoryProcessingLog processing = new InMemoryProcessingLog(clock);
    private final PackageLog log = new PackageLog(new Members(), processing, clock);
    private final ApproveRelease approve = new ApproveRelease(releases, exit, log);
    private final DownloadRelease download = new DownloadRelease(releases, packages, exit, log);
    private final RecallRelease recall = new RecallRelease(releases, log);
    private final EndRelease end = new EndRelease(releases, log);
    private final ReadReleases read = new ReadReleases(releases);
    private ExtractId extract = new ExtractId(UUID.randomUUID());

    @BeforeEach
    void pack() throws Exception {
        Study stored = StoredStudy.of(database, researcher.staff(), colleague.staff());
        ApprovedStudy like = ARequest.approved(researcher.staff(), colleague.staff());
        study = new ApprovedStudy(
                stored.id(),
                stored.code(),
                researcher.staff(),
                like.team(),
                like.title(),
                like.purpose(),
                like.institution(),
                like.variables(),
                like.population(),
                like.period(),
                like.endDate(),
                like.recipient(),
                like.approvedAt(),
                1);
        BuiltExtract built = AnExtract.of(study, 30, now);
        extract = built.id();
        PackExtract packer = new PackExtract(
                studies,
                releases,
                packages,
                (PackageContents contents, OutputStream out) -> out.write(CIPHERTEXT),
                (recipient, target) -> new FilterOutputStream(target) {
                    @Override
                    public void close() {
                        // the port leaves the stream below open
                    }
                },
                APackage.SIGNER,
                clock);
        cold(() -> {
            packer.take(built, AnExtract.content(30, 1));
            return true;
        });
    }

    @Test
    void stores_the_package_in_chunks_with_a_signed_digest() throws Exception {
        Release release = release();
        assertThat(release.state()).isEqualTo(ReleaseState.BUILT);
        assertThat(release.sealed().size()).isEqualTo(CIPHERTEXT.length);
        assertThat(release.sealed().digest()).isEqualTo(Sha256.of(CIPHERTEXT));
        assertThat(release.sealed().note())
                .isEqualTo(APackage.SIGNER.sign(
                        PackageNotes.sealed(release.id(), Sha256.of(CIPHERTEXT), CIPHERTEXT.length)));
        try (InputStream stored = packages.reading(release.id())) {
            assertThat(stored.readAllBytes()).isEqualTo(CIPHERTEXT);
        }
    }

    @Test
    void releases_after_two_agreements_in_either_order() throws Exception {
        assertThat(agree(officer).state()).isEqualTo(ReleaseState.BUILT);
        assertThat(agree(steward).state()).isEqualTo(ReleaseState.RELEASED);
        assertThat(entries.stream().map(AuditEntry::act))
                .containsExactly("release.pack", "release.approve", "release.release");
        assertThat(entries).allSatisfy(entry -> assertThat(entry.kind()).isEqualTo(AuditEntry.Kind.RELEASE));
    }

    @Test
    void answers_a_repeated_agreement_alike_and_writes_nothing() throws Exception {
        Release first = agree(steward);
        assertThat(agree(steward)).isEqualTo(first);
        agree(officer);
        assertThat(agree(steward).state()).isEqualTo(ReleaseState.RELEASED);
        assertThat(entries).hasSize(3);
    }

    @Test
    void every_exit_and_every_removal_has_a_line_for_each_pupil_in_the_package() throws Exception {
        agree(steward);
        assertThat(processing.operations()).isEmpty();
        agree(officer);
        fetched(researcher);
        fetched(colleague);
        lost = 1;
        assertThatThrownBy(() -> fetched(researcher)).isInstanceOf(ReleaseRefused.BasisLost.class);
        Release release = release();
        cold(() -> recall.recall(officer, release.id(), "verkeerde populatie"));
        assertThat(processing.operations())
                .extracting(operation -> operation.activity() + " " + operation.name())
                .containsExactly(
                        "RELEASE Extract vrijgeven",
                        "RELEASE Extract ophalen",
                        "RELEASE Extract ophalen",
                        "RECALL Vrijgave terugroepen");
        List<Subject> everybody =
                PERSONS.stream().map(person -> Subject.of(person.bytes())).toList();
        assertThat(processing.subjects())
                .containsExactlyElementsOf(Stream.generate(() -> everybody)
                        .limit(4)
                        .flatMap(List::stream)
                        .toList());
    }

    static Stream<Arguments> wrong_people() {
        return Stream.of(
                Arguments.of("the applicant", new Role[] {Role.RESEARCHER}, true, AuditRefused.NotAllowed.class),
                Arguments.of(
                        "the applicant as steward",
                        new Role[] {Role.RESEARCHER, Role.STEWARD},
                        true,
                        ReleaseRefused.OwnExtract.class),
                Arguments.of(
                        "the applicant as officer",
                        new Role[] {Role.RESEARCHER, Role.PRIVACY_OFFICER},
                        true,
                        ReleaseRefused.OwnExtract.class),
                Arguments.of("another researcher", new Role[] {Role.RESEARCHER}, false, AuditRefused.NotAllowed.class),
                Arguments.of("an operator", new Role[] {Role.OPERATOR}, false, AuditRefused.NotAllowed.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong_people")
    void refuses_the_agreement_of(String name, Role[] roles, boolean own, Class<? extends Throwable> refusal) {
        Actor actor = own ? new Actor(researcher.staff(), Set.of(roles), Optional.empty()) : ARequest.somebody(roles);
        assertThatThrownBy(() -> agree(actor)).as(name).isInstanceOf(refusal);
    }

    @Test
    void refuses_the_agreement_of_a_team_member_from_both_sides() {
        for (ReviewRole side : ReviewRole.values()) {
            assertThatThrownBy(() -> cold(() -> approve.approve(colleague, extract, Optional.of(side))))
                    .isInstanceOf(ReleaseRefused.OwnExtract.class);
        }
    }

    @Test
    void refuses_a_second_agreement_from_the_same_side() throws Exception {
        agree(steward);
        assertThatThrownBy(() -> agree(ARequest.somebody(Role.STEWARD))).isInstanceOf(ReleaseRefused.SideTaken.class);
    }

    @Test
    void needs_two_persons_even_where_one_has_both_roles() throws Exception {
        Actor both = ARequest.somebody(Role.STEWARD, Role.PRIVACY_OFFICER);
        cold(() -> approve.approve(both, extract, Optional.of(ReviewRole.STEWARD)));
        Release again = cold(() -> approve.approve(both, extract, Optional.of(ReviewRole.PRIVACY_OFFICER)));
        assertThat(again.state()).isEqualTo(ReleaseState.BUILT);
        assertThat(again.approvals()).hasSize(1);
    }

    @Test
    void refuses_to_release_when_somebody_withdrew_after_it_was_built() throws Exception {
        agree(steward);
        lost = 1;
        assertThatThrownBy(() -> agree(officer)).isInstanceOf(ReleaseRefused.BasisLost.class);
        assertThat(release().state()).isEqualTo(ReleaseState.BUILT);
    }

    @Test
    void refuses_a_later_download_when_somebody_withdrew() throws Exception {
        agree(steward);
        agree(officer);
        fetched(researcher);
        lost = 1;
        assertThatThrownBy(() -> fetched(researcher))
                .isInstanceOfSatisfying(ReleaseRefused.BasisLost.class, refused -> assertThat(refused.facts())
                        .isEmpty());
    }

    @Test
    void nothing_is_agreed_or_handed_over_while_the_log_is_ten_minutes_behind() throws Exception {
        agree(steward);
        behind = Optional.of(now.minus(KeptLog.LONGEST_WAIT).minusMillis(1));
        assertThatThrownBy(() -> agree(officer)).isInstanceOf(AuditRefused.LogBehind.class);
        assertThat(release().state()).isEqualTo(ReleaseState.BUILT);
        behind = Optional.of(now.minus(KeptLog.LONGEST_WAIT));
        agree(officer);
        behind = Optional.of(now.minus(KeptLog.LONGEST_WAIT).minusMillis(1));
        assertThatThrownBy(() -> fetched(researcher)).isInstanceOf(AuditRefused.LogBehind.class);
    }

    @Test
    void waits_with_handing_over_until_both_agreements_are_sealed_in_the_log() throws Exception {
        agree(steward);
        agree(officer);
        sealedLog = false;
        assertThatThrownBy(() -> fetched(researcher)).isInstanceOf(AuditRefused.NotSealed.class);
        assertThat(release().state()).isEqualTo(ReleaseState.RELEASED);
        sealedLog = true;
        assertThat(fetched(researcher)).isEqualTo(CIPHERTEXT);
    }

    @Test
    void hands_the_package_to_the_team_and_to_nobody_else() throws Exception {
        assertThatThrownBy(() -> fetched(researcher)).isInstanceOf(ReleaseRefused.WrongState.class);
        agree(steward);
        agree(officer);
        assertThat(fetched(researcher)).isEqualTo(CIPHERTEXT);
        assertThat(fetched(colleague)).isEqualTo(CIPHERTEXT);
        assertThat(release().state()).isEqualTo(ReleaseState.DOWNLOADED);
        assertThatThrownBy(() -> fetched(ARequest.somebody(Role.RESEARCHER)))
                .isInstanceOf(ReleaseRefused.Unknown.class);
        for (Actor other : List.of(steward, officer)) {
            assertThatThrownBy(() -> fetched(other)).isInstanceOf(AuditRefused.NotAllowed.class);
        }
    }

    @Test
    void ends_with_its_end_date_and_with_its_study() throws Exception {
        agree(steward);
        agree(officer);
        now = Instant.parse("2028-02-01T00:00:00Z");
        assertThatThrownBy(() -> fetched(researcher)).isInstanceOf(ReleaseRefused.Expired.class);
        now = ARequest.NOW;
        open = false;
        assertThatThrownBy(() -> fetched(researcher)).isInstanceOf(ReleaseRefused.Expired.class);
    }

    @Test
    void removes_the_package_when_it_is_called_back() throws Exception {
        agree(steward);
        agree(officer);
        Release release = release();
        assertThatThrownBy(() -> cold(() -> recall.recall(researcher, release.id(), "reden")))
                .isInstanceOf(AuditRefused.NotAllowed.class);
        assertThatThrownBy(() -> cold(() -> recall.recall(officer, release.id(), " ")))
                .isInstanceOf(ReleaseRefused.ReasonMissing.class);
        cold(() -> recall.recall(officer, release.id(), "verkeerde populatie"));
        assertThatThrownBy(() -> fetched(researcher)).isInstanceOf(ReleaseRefused.WrongState.class);
        try (InputStream stored = packages.reading(release.id())) {
            assertThat(stored.read()).isEqualTo(-1);
        }
    }

    @Test
    void lets_the_applicant_alone_end_it() throws Exception {
        Release release = release();
        assertThatThrownBy(() -> cold(() -> end.end(colleague, release.id())))
                .isInstanceOf(ReleaseRefused.Unknown.class);
        assertThat(cold(() -> end.end(researcher, release.id())).state()).isEqualTo(ReleaseState.ENDED);
    }

    @Test
    void shows_it_to_the_team_and_to_those_who_watch() throws Exception {
        Release release = release();
        for (Actor reader : List.of(researcher, colleague, steward, officer)) {
            assertThat(cold(() -> read.read(reader, release.id()))).isEqualTo(release);
            assertThat(cold(() -> read.list(reader))).contains(release);
        }
        Actor stranger = ARequest.somebody(Role.RESEARCHER);
        assertThatThrownBy(() -> cold(() -> read.read(stranger, release.id())))
                .isInstanceOf(ReleaseRefused.Unknown.class);
        assertThat(cold(() -> read.list(stranger))).isEmpty();
    }

    @Test
    void the_database_itself_refuses_an_agreement_by_applicant_or_team() throws Exception {
        Release release = release();
        for (Actor actor : List.of(researcher, colleague)) {
            Approval forged = new Approval(ReviewRole.STEWARD, actor.staff(), now);
            assertThatThrownBy(() -> cold(() -> {
                        releases.approve(release, forged, entries.get(0));
                        return true;
                    }))
                    .isInstanceOf(DatabaseFailure.class);
        }
    }

    @Test
    void the_database_itself_refuses_a_release_by_one_person() throws Exception {
        Release built = release();
        Release forged = new Release(
                built.id(),
                built.extract(),
                built.study(),
                built.studyCode(),
                built.applicant(),
                ReleaseState.RELEASED,
                built.builtAt(),
                built.endDate(),
                built.sealed(),
                built.approvals());
        assertThatThrownBy(() -> cold(() -> {
                    releases.approve(forged, new Approval(ReviewRole.STEWARD, steward.staff(), now), entries.get(0));
                    return true;
                }))
                .isInstanceOf(DatabaseFailure.class);
        assertThat(release().approvals()).isEmpty();
    }

    private Release agree(Actor actor) throws Exception {
        return cold(() -> approve.approve(actor, extract, Optional.empty()));
    }

    private Release release() throws Exception {
        return cold(() -> releases.holdOf(extract));
    }

    private byte[] fetched(Actor actor) throws Exception {
        Release release = release();
        try (InputStream content =
                cold(() -> download.open(actor, release.id())).content()) {
            return content.readAllBytes();
        }
    }

    private static <T> T cold(Callable<T> work) throws Exception {
        return TestPostgres.inTransaction(Zone.COLD, work);
    }

    private final class Members implements ExtractMembers {
        @Override
        public List<PersonKey> of(ExtractId id) {
            return id.equals(extract) ? PERSONS : List.of();
        }

        @Override
        public List<ExtractId> holding(PersonKey person) {
            return List.of();
        }

        @Override
        public long withoutBasis(ExtractId id, Instant at) {
            return lost;
        }
    }
}
