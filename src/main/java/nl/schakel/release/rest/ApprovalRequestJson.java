package nl.schakel.release.rest;

import java.util.Arrays;
import java.util.Optional;
import nl.schakel.study.ReviewRole;
import org.jspecify.annotations.Nullable;

/** From which side somebody agrees; needed only by who has both roles. */
public record ApprovalRequestJson(@Nullable String kant) {
    Optional<ReviewRole> side() {
        return Arrays.stream(ReviewRole.values())
                .filter(side -> side.name().equals(kant))
                .findFirst();
    }
}
