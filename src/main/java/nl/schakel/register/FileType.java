package nl.schakel.register;

import java.util.Optional;
import java.util.stream.Stream;

/** The register files that are known, by the names of the CBS microdata catalogue. */
public enum FileType {
    /** The bridge from pupil's number to RINPERSOON, with sex and date of birth for verification. */
    KOPPELTABEL(KeyedBy.NUMBER, true),
    /** Enrolments in primary education on 1 October, with the end of group 8. */
    INSCHRWPOTAB(KeyedBy.NUMBER, true),
    /** Persons: sex, year of birth, generation, origin. */
    GBAPERSOONTAB(KeyedBy.RIN, true),
    /** Highest level of education; partly a sample, so with a weight. */
    HOOGSTEOPLTAB(KeyedBy.RIN, true),
    /** Income of households. */
    INHATAB(KeyedBy.RIN, true),
    /** Households, one row for each spell. */
    GBAHUISHOUDENSBUS(KeyedBy.RIN, false);

    /** By what a file knows a person. */
    public enum KeyedBy {
        /** The pupil's number, column {@code PGN}. */
        NUMBER,
        /** RINPERSOONS and RINPERSOON, known through the bridge file. */
        RIN
    }

    private final KeyedBy keyedBy;
    private final boolean onePerPerson;

    FileType(KeyedBy keyedBy, boolean onePerPerson) {
        this.keyedBy = keyedBy;
        this.onePerPerson = onePerPerson;
    }

    /** By what its rows know a person. */
    public KeyedBy keyedBy() {
        return keyedBy;
    }

    /** Whether a person may stand in the file only once. */
    public boolean onePerPerson() {
        return onePerPerson;
    }

    /** The type of a name, or empty. */
    public static Optional<FileType> of(String name) {
        return Stream.of(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
