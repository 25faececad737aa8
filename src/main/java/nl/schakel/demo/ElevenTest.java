package nl.schakel.demo;

/**
 * The 11-test of the Dutch person numbers: weights 9, 8, 7, 6, 5, 4, 3, 2, -1, remainder modulo 11. Written a second time,
 * apart from the service's own, so that the made-up numbers check the service and not themselves.
 */
final class ElevenTest {
    /** The remainder of a citizen service number (BSN). */
    static final int CITIZEN = 0;
    /** The remainder of an education number (onderwijsnummer), which also starts with 10. */
    static final int EDUCATION = 5;

    private static final int LENGTH = 9;
    private static final int MODULUS = 11;

    private ElevenTest() {}

    /** The check digit that gives eight digits this remainder, or 10 where no digit does. */
    static int checkDigit(int firstEight, int remainder) {
        int sum = 0;
        int rest = firstEight;
        for (int weight = 2; weight <= LENGTH; weight++) {
            sum += weight * (rest % 10);
            rest /= 10;
        }
        return Math.floorMod(sum - remainder, MODULUS);
    }

    /** Whether nine digits are a BSN or an onderwijsnummer. */
    static boolean passes(String number) {
        int value = Integer.parseInt(number);
        int firstEight = value / 10;
        int last = value % 10;
        boolean citizen = value != 0 && checkDigit(firstEight, CITIZEN) == last;
        return citizen || (number.startsWith("10") && checkDigit(firstEight, EDUCATION) == last);
    }
}
