package nl.schakel.audit;

import java.util.Arrays;

/**
 * The pupil whom an entry concerns: the 32 bytes of the person key P. The log holds only a keyed hash of it, under a key of
 * the log holder that exists for one school year.
 */
public final class Subject {
    private static final int LENGTH = 32;
    private final byte[] person;

    private Subject(byte[] person) {
        this.person = person;
    }

    /** Takes a copy. @throws IllegalArgumentException where there are not 32 bytes */
    public static Subject of(byte[] person) {
        if (person.length != LENGTH) {
            throw new IllegalArgumentException("a person key has 32 bytes");
        }
        return new Subject(person.clone());
    }

    /** A copy of the bytes, for the keyed hash of the log. */
    public byte[] bytes() {
        return person.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subject subject && Arrays.equals(person, subject.person);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(person);
    }

    @Override
    public String toString() {
        return "Subject[hidden]";
    }
}
