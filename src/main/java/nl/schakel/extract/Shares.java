package nl.schakel.extract;

/** Shares as they are told to people: in tenths of a percent. */
final class Shares {
    private Shares() {}

    static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
