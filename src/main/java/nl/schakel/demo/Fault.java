package nl.schakel.demo;

/**
 * What goes wrong in real files, with the share of children (or of results) that it hits. The shares follow the error model
 * for record linkage that decision 0040 cites; each child has at most one fault in the number and one elsewhere.
 */
public enum Fault {
    /** The school's file holds no number, only its last four digits. */
    NUMBER_MISSING(0.010, Place.NUMBER),
    /** One digit wrong or two swapped; the 11-test always catches it. */
    NUMBER_MISTYPED(0.008, Place.NUMBER),
    /** The valid number of another child: of a sister or brother where there is one. */
    NUMBER_OF_ANOTHER(0.003, Place.NUMBER),
    /** The school still has the education number, the register already the citizen service number. */
    NUMBER_CHANGED(0.004, Place.NUMBER),
    /** The child is in no register. */
    NOT_IN_REGISTER(0.004, Place.NUMBER),
    /** Day and month swapped, one digit wrong, or 1 January. */
    BIRTH_DATE_WRONG(0.004, Place.CHILD),
    /** Sex differs from the register. */
    SEX_WRONG(0.002, Place.CHILD),
    /** The accents of the name are lost or mangled; of names that have them half. */
    NAME_MANGLED(0.020, Place.CHILD),
    /** The same child stands in the file twice, under two keys. */
    DOUBLE_ROW(0.003, Place.CHILD),
    /** The family moved; the school has the old postcode. */
    MOVED(0.120, Place.CHILD),
    /** A result dated outside the school year. */
    DATE_OUTSIDE_YEAR(0.002, Place.RESULT),
    /** A result of a key that the pupils' file does not hold. */
    UNKNOWN_PUPIL(0.001, Place.RESULT),
    /** The same result twice. */
    DOUBLE_RESULT(0.003, Place.RESULT);

    /** What a fault hits. */
    public enum Place {
        NUMBER,
        CHILD,
        RESULT
    }

    private final double share;
    private final Place place;

    Fault(double share, Place place) {
        this.share = share;
        this.place = place;
    }

    /** The expected share of children or results, 0 to 1. */
    public double share() {
        return share;
    }

    /** Whether it hits the number, the child or a result; at most one of each place. */
    public Place place() {
        return place;
    }
}
