package nl.schakel.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaiseQuotaTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final String WHY = "een tweede vestiging";
    private static final Actor OPERATOR =
            new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.OPERATOR), Optional.empty());

    private final InMemoryAuditTrail trail = new InMemoryAuditTrail(CLOCK);
    private final List<QuotaRegister.Raise> raised = new ArrayList<>();
    private final RaiseQuota quota = new RaiseQuota(new Kept(), trail, CLOCK);

    @Test
    void raises_and_writes_one_entry_with_the_reason() {
        quota.raise(OPERATOR, new RaiseQuota.Wish(" 99AA ", "2026-2027", " 2500 ", " " + WHY + " "));
        assertThat(raised).containsExactly(new QuotaRegister.Raise(new Brin("99AA"), new SchoolYear(2026), 2_500, WHY));
        assertThat(trail.said()).hasSize(1);
        assertThat(trail.said().get(0).act()).isEqualTo("quota.raise");
        assertThat(trail.said().get(0).details())
                .containsEntry("allowed", 2_500L)
                .containsEntry("because", WHY);
    }

    @ParameterizedTest
    @CsvSource({
        "brin, , 2026-2027, 10, een tweede vestiging",
        "brin, 99aa, 2026-2027, 10, een tweede vestiging",
        "schooljaar, 99AA, 2026, 10, een tweede vestiging",
        "schooljaar, 99AA, 2026-2028, 10, een tweede vestiging",
        "toegestaan, 99AA, 2026-2027, , een tweede vestiging",
        "toegestaan, 99AA, 2026-2027, 0, een tweede vestiging",
        "toegestaan, 99AA, 2026-2027, -5, een tweede vestiging",
        "toegestaan, 99AA, 2026-2027, 1000001, een tweede vestiging",
        "toegestaan, 99AA, 2026-2027, 99999999999999999999, een tweede vestiging",
        "toegestaan, 99AA, 2026-2027, veel, een tweede vestiging",
        "reden, 99AA, 2026-2027, 10, kort",
        "reden, 99AA, 2026-2027, 10, leerling 111222333 kwam erbij",
        "reden, 99AA, 2026-2027, 10, leerling 111.222.333 kwam erbij",
        "reden, 99AA, 2026-2027, 10, "
    })
    void a_wrong_field_is_named_and_nothing_changes(
            String field, String brin, String year, String allowed, String because) {
        RaiseQuota.Wish wish = new RaiseQuota.Wish(sent(brin), sent(year), sent(allowed), sent(because));
        assertThatThrownBy(() -> quota.raise(OPERATOR, wish))
                .isInstanceOfSatisfying(PseudonymRefused.RaiseWrong.class, refused -> assertThat(refused.facts())
                        .containsEntry("veld", field));
        assertThat(raised).isEmpty();
        assertThat(trail.said()).isEmpty();
    }

    @Test
    void a_school_neither_raises_nor_sees() {
        Actor school = new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.SCHOOL), Optional.of(new Brin("99AA")));
        RaiseQuota.Wish wish = new RaiseQuota.Wish("99AA", "2026-2027", "10", WHY);
        assertThatThrownBy(() -> quota.raise(school, wish)).isInstanceOf(AuditRefused.NotAllowed.class);
        assertThatThrownBy(() -> quota.standings(school)).isInstanceOf(AuditRefused.NotAllowed.class);
    }

    private static String sent(@Nullable String text) {
        return text == null ? "" : text;
    }

    private final class Kept implements QuotaRegister {
        @Override
        public void raise(Raise raise, Instant at) {
            raised.add(raise);
        }

        @Override
        public List<Standing> standings(SchoolYear year) {
            return List.of();
        }
    }
}
