package nl.schakel.disclosure;

/** How the losses of the quasi-identifiers are summed up. Both grow with every generalization and every suppression. */
public enum LossMetric {
    /** The mean of the normalized certainty penalty over all cells. */
    ARITHMETIC {
        @Override
        double of(double[] penalties, long[] cells) {
            double penalty = 0;
            long count = 0;
            for (int q = 0; q < penalties.length; q++) {
                penalty += penalties[q];
                count += cells[q];
            }
            return count == 0 ? 0 : penalty / count;
        }
    },
    /** The geometric mean of one plus each quasi-identifier's mean, less one. */
    GEOMETRIC {
        @Override
        double of(double[] penalties, long[] cells) {
            double log = 0;
            for (int q = 0; q < penalties.length; q++) {
                log += cells[q] == 0 ? 0 : Math.log1p(penalties[q] / cells[q]);
            }
            return penalties.length == 0 ? 0 : Math.expm1(log / penalties.length);
        }
    };

    /**
     * The loss, 0 to 1.
     *
     * @param penalties the sum of penalties of each quasi-identifier
     * @param cells the number of cells of each
     */
    abstract double of(double[] penalties, long[] cells);
}
