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

    private void refuse(Optional<Actor> actor, String act) {
        AuditTrail noting = (zone, entry) -> {
            zones.add(zone);
            trail.append(zone, entry);
        };
        new RecordRefusal(() -> actor, noting).refused(act, new AuditRefused.NotAllowed(Role.STEWARD));
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

    @Test
    void a_refusal_of_nobody_in_particular_is_written_in_the_account_zone() {
        refuse(Optional.empty(), "account.signIn");
        assertThat(zones).containsExactly(Zone.ACCOUNT);
        assertThat(trail.said().get(0).act()).isEqualTo("account.sign-in");
        assertThat(trail.said().get(0).staff()).isEmpty();
    }
}
