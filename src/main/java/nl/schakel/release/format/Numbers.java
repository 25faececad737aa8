package nl.schakel.release.format;

/** How whole numbers of an extract are written. */
final class Numbers {
    private Numbers() {}

    /** 834 with one decimal is {@code 83.4}; a negative number is a missing code and is written as it is. */
    static String decimal(int value, int decimals) {
        String digits = Integer.toString(value);
        if (value < 0 || decimals == 0) {
            return digits;
        }
        String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
        int point = padded.length() - decimals;
        return padded.substring(0, point) + "." + padded.substring(point);
    }
}
