package nl.schakel.consent.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.consent.Choice;
import nl.schakel.consent.Decision;
import nl.schakel.consent.DecisionId;
import nl.schakel.consent.Evidence;
import nl.schakel.consent.Giver;
import nl.schakel.consent.Instrument;
import nl.schakel.consent.NewDecision;
import nl.schakel.consent.Purpose;
import nl.schakel.consent.TextVersion;
import nl.schakel.school.Brin;
import org.jspecify.annotations.Nullable;

/** A decision about a pupil; never changed. */
@Entity
@Table(schema = "consent", name = "decision")
class DecisionRow {
    @Id
    private UUID id;

    private String brin;

    @Column(name = "p")
    private byte[] person;

    @Enumerated(EnumType.STRING)
    private Choice choice;

    @Enumerated(EnumType.STRING)
    private Giver giver;

    private String purpose;
    private String instrument;

    @Column(name = "text_version")
    private String textVersion;

    @Enumerated(EnumType.STRING)
    private Evidence evidence;

    @Column(name = "given_at")
    private Instant givenAt;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "ends_at")
    private @Nullable Instant endsAt;

    /** For the provider. */
    protected DecisionRow() {}

    DecisionRow(NewDecision made) {
        Decision decision = made.decision();
        id = decision.id().value();
        brin = decision.school().value();
        person = made.person().bytes();
        choice = decision.choice();
        giver = decision.giver();
        purpose = decision.purpose().code();
        instrument = decision.instrument().code();
        textVersion = decision.text().value();
        evidence = decision.evidence();
        givenAt = decision.given();
        recordedAt = decision.recorded();
        endsAt = decision.ends().orElse(null);
    }

    Decision decision() {
        return new Decision(
                new DecisionId(id),
                new Brin(brin),
                choice,
                giver,
                Purpose.parse(purpose).orElseThrow(),
                new Instrument(instrument),
                new TextVersion(textVersion),
                evidence,
                givenAt,
                recordedAt,
                Optional.ofNullable(endsAt));
    }
}
