package nl.schakel.study;

import java.util.UUID;

/** A study, known by a random number. */
public record StudyId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
