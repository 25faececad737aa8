package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.platform.database.Zone;
import nl.schakel.pupil.NumberLike;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;

/** An operator gives one school more evaluations in one school year, with a reason. */
@Dependent
public class RaiseQuota {
    /** The largest number that can be given: a school has some hundreds of pupils, a large one some thousands. */
    public static final long MOST = 1_000_000;

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final QuotaRegister register;
    private final AuditTrail trail;
    private final Clock clock;

    /** Raises in this register. */
    @Inject
    public RaiseQuota(QuotaRegister register, AuditTrail trail, Clock clock) {
        this.register = register;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was typed or sent, unchecked. */
    public record Wish(String brin, String year, String allowed, String because) {}

    /**
     * Raises the quota.
     *
     * @throws PseudonymRefused.RaiseWrong with the first field that has a wrong form
     */
    @Transactional
    public QuotaRegister.Raise raise(Actor actor, Wish wish) {
        actor.require(Role.OPERATOR);
        QuotaRegister.Raise raise = checked(wish);
        register.raise(raise, clock.instant());
        trail.append(
                Zone.LINK,
                AuditEntry.by(actor, "quota.raise", ProcessingActivity.OPERATE)
                        .on("quota/" + raise.school().value() + "/"
                                + raise.year().start())
                        .detail("allowed", raise.allowed())
                        .detail("because", raise.because()));
        return raise;
    }

    private static QuotaRegister.Raise checked(Wish wish) {
        String because = wish.because().strip();
        boolean fits = because.length() >= SHORTEST_REASON && because.length() <= LONGEST_REASON;
        if (!fits || NumberLike.in(because)) {
            throw new PseudonymRefused.RaiseWrong("reden");
        }
        return new QuotaRegister.Raise(
                Brin.parse(wish.brin().strip()).orElseThrow(() -> new PseudonymRefused.RaiseWrong("brin")),
                SchoolYear.parse(wish.year().strip()).orElseThrow(() -> new PseudonymRefused.RaiseWrong("schooljaar")),
                number(wish.allowed().strip()).orElseThrow(() -> new PseudonymRefused.RaiseWrong("toegestaan")),
                because);
    }

    private static Optional<Long> number(String text) {
        return text.matches("[1-9][0-9]{0,6}")
                ? Optional.of(Long.parseLong(text)).filter(number -> number <= MOST)
                : Optional.empty();
    }

    /** The running school year. */
    public SchoolYear year() {
        return SchoolYear.of(clock.instant());
    }

    /** Where the schools stand in the running school year. Changes nothing. */
    @Transactional
    public List<QuotaRegister.Standing> standings(Actor actor) {
        actor.require(Role.OPERATOR);
        return register.standings(year());
    }
}
