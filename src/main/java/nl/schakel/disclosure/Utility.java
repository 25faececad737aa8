package nl.schakel.disclosure;

import java.util.Arrays;

/**
 * What making a table safe has cost.
 *
 * @param loss the mean normalized certainty penalty of all quasi-identifying cells, 0 (nothing lost) to 1
 * @param averageClass AECS: persons over classes, those left out counting as one class
 * @param discernibility DM: the sum of squared class sizes, plus all persons for each person left out
 * @param leftOut the number of persons left out
 */
public record Utility(double loss, double averageClass, double discernibility, int leftOut) {
    /** The utility of a safe table. */
    public static Utility of(Anonymized table) {
        int[] sizes = table.keptSizes();
        int persons = table.table().rows();
        int leftOut = table.leftOut();
        int classes = sizes.length + (leftOut > 0 ? 1 : 0);
        double squares =
                Arrays.stream(sizes).mapToDouble(size -> (double) size * size).sum();
        return new Utility(
                table.loss(LossMetric.ARITHMETIC),
                classes == 0 ? 0 : (double) persons / classes,
                squares + (double) persons * leftOut,
                leftOut);
    }
}
