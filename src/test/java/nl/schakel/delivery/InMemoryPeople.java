package nl.schakel.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import org.jspecify.annotations.Nullable;

/** Persons for plain tests; numbers lead before local keys, nobody is superseded. */
public final class InMemoryPeople implements People {
    private final Map<Token, PersonKey> persons = new HashMap<>();
    private final Random random = new Random(42);

    @Override
    public List<PersonKey> admit(Zone zone, List<Admission> admissions) {
        return admissions.stream().map(this::admit).toList();
    }

    private PersonKey admit(Admission admission) {
        PersonKey known = find(admission.linkage());
        PersonKey person = known == null ? find(admission.local()) : known;
        if (person == null) {
            byte[] fresh = new byte[PersonKey.LENGTH];
            random.nextBytes(fresh);
            person = PersonKey.of(fresh);
        }
        remember(admission.linkage(), person);
        remember(admission.local(), person);
        return person;
    }

    private @Nullable PersonKey find(@Nullable Token token) {
        return token == null ? null : persons.get(token);
    }

    private void remember(@Nullable Token token, PersonKey person) {
        if (token != null) {
            persons.put(token, person);
        }
    }
}
