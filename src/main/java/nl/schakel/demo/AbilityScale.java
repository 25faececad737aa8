package nl.schakel.demo;

/**
 * The made-up ability scale of a domain: linear growth from M3, in the order of size of the published means (reading 121 at
 * the end of grade 3 and 207 at the end; spelling 166 and 375).
 *
 * @param start mean ability at M3
 * @param gain mean growth in half a school year
 * @param spread standard deviation between pupils of one moment
 * @param lost share of the growth that the first school closure took (NCO, March 2021: 19, 7 and 9 percent)
 */
record AbilityScale(double start, double gain, double spread, double lost) {
    private static final AbilityScale READING = new AbilityScale(112, 9.4, 15, 0.19);
    private static final AbilityScale SPELLING = new AbilityScale(146, 22.5, 36, 0.07);
    private static final AbilityScale MATHS = new AbilityScale(104, 16.0, 24, 0.09);

    static AbilityScale of(Domain domain) {
        return switch (domain) {
            case READING -> READING;
            case SPELLING -> SPELLING;
            case MATHS -> MATHS;
        };
    }
}
