package nl.schakel.delivery;

/**
 * Port: takes the rows of one file while it is being read. Calls come from one thread: {@link #header} first and once,
 * then rows and faults in file order, then {@link #test} and {@link #undefinedTest}. Whatever a method throws ends the
 * reading and reaches the caller of {@link DeliveryReader#read} unchanged.
 */
public interface DeliveryRows {
    /** The file was recognised and belongs to the signed-in school. */
    void header(FileHeader header);

    /** A pupil that may be stored. */
    void pupil(PupilRecord pupil);

    /** A result that may be stored; the view is used again, see {@link ResultRecord}. */
    void result(ResultRecord result);

    /** A social-emotional result that may be stored where there is consent. */
    void social(SocialResultRecord result);

    /** A row broke a rule. Where its severity refuses the row, the row itself is not handed over. */
    void fault(RowFault fault);

    /** Explains a test number that results before used. Each number is explained here or in {@link #undefinedTest}. */
    void test(TestDefinition definition);

    /**
     * Results were handed over under a test number that the file never explains; they are refused after all and the sink
     * removes them.
     *
     * @param rows how many
     * @param first the first of them
     */
    void undefinedTest(int test, long rows, RowFault first);
}
