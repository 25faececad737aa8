package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordRefusalTest {
    private final InMemoryAuditTrail trail =
            new InMemoryAuditTrail(Clock.fixed(AuditTrailContract.NOW, ZoneOffset.UTC));
    private final List<Zone> zones = new ArrayList<>();

    private String object = CurrentObject.SERVICE;

    private void refuse(Optional<Actor> actor, String act) {
        AuditTrail noting = (zone, entry) -> {
            zones.add(zone);
            trail.append(zone, entry);
        };
        new RecordRefusal(() -> actor, () -> object, noting).refused(act, new AuditRefused.NotAllowed(Role.STEWARD));
    }

    @ParameterizedTest
    @CsvSource({"SCHOOL, SCHOOL", "OPERATOR, LINK", "RESEARCHER, COLD", "STEWARD, COLD", "PRIVACY_OFFICER, COLD"})
    void a_refusal_is_written_in_the_zone_of_the_role(Role role, Zone zone) {
        Optional<Brin> school = role == Role.SCHOOL ? Optional.of(new Brin("99ZZ")) : Optional.empty();
        refuse(Optional.of(new Actor(AuditTrailContract.STAFF, Set.of(role), school)), "delivery.receive");
        assertThat(zones).containsExactly(zone);
        AuditEntry entry = trail.said().get(0);
        assertThat(entry.result()).isEqualTo(AuditEntry.Result.DENIED);
        assertThat(entry.staff()).contains(AuditTrailContract.STAFF);
        assertThat(entry.details()).containsEntry("reason", "geen-recht").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "delivery.receive, delivery, RECEIVE_DELIVERY",
        "delivery.approve, delivery/6f1c1b52-0000-4000-8000-000000000001, RECEIVE_DELIVERY",
        "delivery.withdraw, delivery/6f1c1b52-0000-4000-8000-000000000001, WITHDRAW_DELIVERY",
        "delivery.askWithdrawal, delivery/6f1c1b52-0000-4000-8000-000000000001, WITHDRAW_DELIVERY",
        "pseudonym.evaluate, service, RECEIVE_DELIVERY",
        "register.load, register, LOAD_REGISTER",
        "linkage.run, linkage, LINK",
        "consent.record, consent, RECORD_CONSENT",
        "consent.record, objection, RECORD_OBJECTION",
        "consent.withdraw, objection/6f1c1b52-0000-4000-8000-000000000001, RECORD_OBJECTION",
        "study.review, study/6f1c1b52-0000-4000-8000-000000000001, ADMINISTER_STUDY",
        "extract.build, study/6f1c1b52-0000-4000-8000-000000000001/extract, BUILD_EXTRACT",
        "release.approve, extract/6f1c1b52-0000-4000-8000-000000000001/release, RELEASE",
        "release.download, release/6f1c1b52-0000-4000-8000-000000000001, RELEASE",
        "release.recall, release/6f1c1b52-0000-4000-8000-000000000001, RECALL",
        "account.signIn, service, ADMINISTER_ACCOUNTS",
        "audit.read, log, OVERSEE",
        "catalogue.read, service, OPERATE"
    })
    void a_refusal_names_its_object_and_its_activity(String act, String asked, ProcessingActivity activity) {
        object = asked;
        refuse(Optional.of(new Actor(AuditTrailContract.STAFF, Set.of(Role.STEWARD), Optional.empty())), act);
        assertThat(trail.said().get(0).object()).isEqualTo(asked);
        assertThat(trail.said().get(0).purpose()).isEqualTo(activity);
    }

    @Test
    void a_refusal_of_nobody_in_particular_is_written_in_the_account_zone() {
        refuse(Optional.empty(), "account.signIn");
        assertThat(zones).containsExactly(Zone.ACCOUNT);
        assertThat(trail.said().get(0).act()).isEqualTo("account.sign-in");
        assertThat(trail.said().get(0).staff()).isEmpty();
    }
}
