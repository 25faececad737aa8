package nl.schakel.demo;

/**
 * Hands out person numbers that pass the 11-test, each once.
 *
 * <p>Citizen service numbers come from 9999xxxxx first (the usual range for tests, about 9,090 numbers), then from
 * 9998xxxxx, 9997xxxxx and so on down to 9000xxxxx: about 9.09 million numbers. Education numbers come from 1099xxxxx down
 * to 1000xxxxx: about 909,000. RIN numbers come from 1xxxxxxxx of nine digits and mean nothing. Within a range the order
 * is scattered, so that neighbours in the world are not neighbours in number. Not thread-safe.
 */
final class TestNumbers {
    private static final int BLOCK = 10_000;
    private static final int STEP = 7_919;
    private static final int NO_DIGIT = 10;
    private static final int LOWEST_CITIZEN_BLOCK = 9_000;
    private static final int LOWEST_EDUCATION_BLOCK = 1_000;
    private static final int RINS = 90_000_000;
    private static final long RIN_STEP = 48_271_111;

    private final int offset;
    private int citizens;
    private int educations;
    private int rins;

    TestNumbers(long seed) {
        this.offset = Math.floorMod(seed * 31, BLOCK);
    }

    /** @throws IllegalStateException when all 9.09 million numbers are used */
    String nextCitizen() {
        int digit;
        int prefix;
        do {
            prefix = prefix(9_999, LOWEST_CITIZEN_BLOCK, citizens++);
            digit = ElevenTest.checkDigit(prefix, ElevenTest.CITIZEN);
        } while (digit == NO_DIGIT);
        return Integer.toString(prefix * 10 + digit);
    }

    /** @throws IllegalStateException when all 909,000 numbers are used */
    String nextEducation() {
        int digit;
        int prefix;
        do {
            prefix = prefix(1_099, LOWEST_EDUCATION_BLOCK, educations++);
            digit = ElevenTest.checkDigit(prefix, ElevenTest.EDUCATION);
        } while (digit == NO_DIGIT);
        return Integer.toString(prefix * 10 + digit);
    }

    /** A RINPERSOON of nine digits. */
    String nextRin() {
        long scattered = (rins++ * RIN_STEP + offset) % RINS;
        return Long.toString(100_000_000L + scattered);
    }

    private int prefix(int firstBlock, int lastBlock, int index) {
        int block = firstBlock - index / BLOCK;
        if (block < lastBlock) {
            throw new IllegalStateException("no test numbers left");
        }
        return block * BLOCK + (int) (((long) (index % BLOCK) * STEP + offset) % BLOCK);
    }
}
