package nl.schakel.extract;

import java.util.List;
import nl.schakel.pseudonym.PersonKey;

/**
 * The persons from whom an extract starts.
 *
 * @param persons linked persons of the population without objection
 * @param delivered how many persons of the population schools delivered, those who objected not counted
 * @param ambiguous how many of these could be two people in the registers, and are left out
 * @param conflicting of how many of these school and register contradict each other, and are left out
 * @param unlinked how many of these were found in no register, and are left out
 */
public record Selection(List<PersonKey> persons, long delivered, long ambiguous, long conflicting, long unlinked) {
    /** Takes a copy. */
    public Selection {
        persons = List.copyOf(persons);
    }
}
