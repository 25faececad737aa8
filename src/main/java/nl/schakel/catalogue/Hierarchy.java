package nl.schakel.catalogue;

/**
 * The steps by which a variable can be made coarser. Level 0 is the value itself; each level joins groups of the level
 * before, never splits one. Missing codes stay what they are on every level. The top level is the coarsest that still says
 * something; there is no "everything" level.
 */
public sealed interface Hierarchy permits Groups, Bands {
    /** The number of levels, 1 or more. */
    int levels();

    /**
     * The value on a level.
     *
     * @param level 0 to {@link #levels()} - 1
     * @param value a value of level 0, or a missing code
     * @throws IllegalArgumentException for a value or level that the hierarchy does not have
     */
    int at(int level, int value);

    /** What a value of a level means. @throws IllegalArgumentException for a value or level it does not have */
    Label label(int level, int value);

    /**
     * What a cell loses on a level, as normalized certainty penalty: 0 for the value itself, 1 where every value of the
     * domain could be meant. A missing code loses nothing.
     *
     * @param level 0 to {@link #levels()} - 1
     * @param value a value of that level, or a missing code
     * @param span the number of different values a number can take in these data; of no meaning for codes
     */
    double penalty(int level, int value, int span);
}
