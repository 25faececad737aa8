package nl.schakel.demo;

/**
 * What world to make. Equal plans make equal worlds, byte for byte; of two plans that differ in the number of schools
 * only, the smaller world is the beginning of the larger one.
 *
 * @param seed any value
 * @param schools the number of schools (BRINs), 1 to 40,000; some have two sites
 * @param firstYear the calendar year in which the first school year starts, 2010 to 2024
 * @param years the number of school years delivered, 1 to 8, the last starting in 2024 at most (the last that EDEXML 2.1
 *     lists)
 */
public record WorldPlan(long seed, int schools, int firstYear, int years) {
    private static final int MAX_SCHOOLS = 40_000;
    private static final int MAX_YEARS = 8;
    private static final int LAST_LISTED_YEAR = 2024;

    /** @throws IllegalArgumentException outside the ranges above */
    public WorldPlan {
        if (schools < 1 || schools > MAX_SCHOOLS) {
            throw new IllegalArgumentException("schools: 1 to " + MAX_SCHOOLS);
        }
        if (years < 1 || years > MAX_YEARS) {
            throw new IllegalArgumentException("years: 1 to " + MAX_YEARS);
        }
        if (firstYear < 2010 || firstYear + years - 1 > LAST_LISTED_YEAR) {
            throw new IllegalArgumentException("school years: 2010-2011 to 2024-2025");
        }
    }

    /** The calendar year in which the last school year starts: the year of the registers and of the consents. */
    public int lastYear() {
        return firstYear + years - 1;
    }
}
