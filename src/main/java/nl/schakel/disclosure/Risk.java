package nl.schakel.disclosure;

import java.util.Arrays;

/**
 * How likely somebody who knows that a person is in the data finds that person: the prosecutor model, in which a person in
 * a class of n is found with probability 1/n. It fits, because the registers hold nearly everybody.
 *
 * @param persons the number of persons
 * @param unique how many are alone in their class
 * @param shareBelowK the share of persons in classes smaller than k
 * @param highest the risk of the person most at risk
 * @param mean the mean risk; the expected share of persons found
 */
public record Risk(int persons, int unique, double shareBelowK, double highest, double mean) {
    static Risk of(Classes classes, int k) {
        return of(classes.sizes(), k);
    }

    private static Risk of(int[] sizes, int k) {
        int persons = Arrays.stream(sizes).sum();
        if (persons == 0) {
            return new Risk(0, 0, 0, 0, 0);
        }
        int unique = (int) Arrays.stream(sizes).filter(size -> size == 1).count();
        int below = Arrays.stream(sizes).filter(size -> size < k).sum();
        int smallest = Arrays.stream(sizes).min().orElse(1);
        return new Risk(persons, unique, (double) below / persons, 1.0 / smallest, (double) sizes.length / persons);
    }

    /** The risk in a table where nothing has been done yet. */
    public static Risk before(PersonTable table, int k) {
        return of(table.classes(new int[table.quasi().size()]), k);
    }

    /** The risk among the persons who remain in a safe table. */
    public static Risk after(Anonymized table, int k) {
        return of(table.keptSizes(), k);
    }

    /**
     * The risk from somebody who, besides, knows everything in these columns: scores, say.
     *
     * @param known columns of the released file, one value per row of the table
     */
    public static Risk knowing(Anonymized table, Iterable<int[]> known, int k) {
        return of(table.keptSizes(known), k);
    }
}
