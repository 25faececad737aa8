package nl.schakel.demo;

/** School numbers (BRIN) far above the ones in use: 99AA, 99AB … 99ZZ, then 98AA and so on down to 40ZZ. */
public final class TestSchools {
    private static final int LETTERS = 26;
    private static final int PER_NUMBER = LETTERS * LETTERS;

    private TestSchools() {}

    /** The number of the school with this index, from 0. */
    static String brin(int index) {
        return (99 - index / PER_NUMBER) + letters(index);
    }

    /** The number of a school that does not take part, but whose pupils the registers know: 39AA … 39ZZ. */
    public static String outsider(int index) {
        return "39" + letters(index);
    }

    private static String letters(int index) {
        int letters = index % PER_NUMBER;
        return "" + (char) ('A' + letters / LETTERS) + (char) ('A' + letters % LETTERS);
    }
}
