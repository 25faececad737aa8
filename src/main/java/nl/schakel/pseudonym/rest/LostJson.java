package nl.schakel.pseudonym.rest;

import java.util.Optional;
import nl.schakel.pseudonym.LostPersons;
import org.jspecify.annotations.Nullable;

/** Persons whom closing a change of keys loses, and those of them who objected or refused. */
public record LostJson(@Nullable Long personen, @Nullable Long metBesluit) {
    static LostJson of(LostPersons lost) {
        return new LostJson(lost.persons(), lost.decided());
    }

    Optional<LostPersons> lost() {
        return personen == null || metBesluit == null || personen < 0 || metBesluit < 0
                ? Optional.empty()
                : Optional.of(new LostPersons(personen, metBesluit));
    }
}
