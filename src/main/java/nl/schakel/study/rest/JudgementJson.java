package nl.schakel.study.rest;

import java.util.Map;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.study.ReviewRole;
import nl.schakel.study.ReviewStudy.Judgement;
import nl.schakel.study.StudyRefused;
import nl.schakel.study.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A review as it is sent.
 *
 * @param kant from which side; needed only by who has both roles
 */
public record JudgementJson(@Nullable String oordeel, @Nullable String reden, @Nullable String kant) {
    private static final Map<String, Verdict> VERDICTS =
            Map.of("GOEDKEUREN", Verdict.APPROVE, "TERUGGEVEN", Verdict.RETURN, "AFWIJZEN", Verdict.REFUSE);

    Judgement read(Actor actor) {
        Verdict verdict = Optional.ofNullable(VERDICTS.get(oordeel == null ? "" : oordeel))
                .orElseThrow(StudyRefused.UnknownVerdict::new);
        return new Judgement(side(actor), verdict, reden == null ? "" : reden);
    }

    private ReviewRole side(Actor actor) {
        for (ReviewRole side : ReviewRole.values()) {
            if (side.name().equals(kant)) {
                return side;
            }
        }
        return actor.has(Role.PRIVACY_OFFICER) ? ReviewRole.PRIVACY_OFFICER : ReviewRole.STEWARD;
    }
}
