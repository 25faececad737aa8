package nl.schakel.consent;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.Token;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.Brin;

/** Finds the persons whom a school names, or makes them: who objects before anything was delivered is a person too. */
@Dependent
public class NamedPupils {
    /** Files do not name the administration reliably, so its name is empty everywhere. */
    private static final String SOURCE_SYSTEM = "";

    private final Pseudonymizer pseudonymizer;
    private final People people;

    /** Computes tokens by the one, finds persons by the other. */
    @Inject
    public NamedPupils(Pseudonymizer pseudonymizer, People people) {
        this.pseudonymizer = pseudonymizer;
        this.people = people;
    }

    /**
     * The persons, in the order of the references.
     *
     * @throws ConsentRefused.OtherSchool where a site is not one of the school's
     */
    List<PersonKey> of(Brin school, List<PupilReference> references) {
        pseudonymizer.hold(Zone.SCHOOL);
        List<Pgn> numbers = new ArrayList<>();
        for (PupilReference reference : references) {
            if (reference instanceof PupilReference.ByNumber byNumber) {
                numbers.add(byNumber.number());
            }
        }
        Iterator<Token> linkage = pseudonymizer.linkage(numbers).iterator();
        List<Admission> admissions = new ArrayList<>();
        for (PupilReference reference : references) {
            admissions.add(
                    reference instanceof PupilReference.ByLocalKey byKey
                            ? Admission.byLocalKey(local(school, byKey))
                            : Admission.byNumber(linkage.next()));
        }
        return people.admit(Zone.SCHOOL, admissions);
    }

    private Token local(Brin school, PupilReference.ByLocalKey reference) {
        if (!reference.site().brin().equals(school)) {
            throw new ConsentRefused.OtherSchool();
        }
        return pseudonymizer.local(reference.site(), SOURCE_SYSTEM, reference.key());
    }
}
