package nl.schakel.pupil;

/**
 * Permission to read what a pupil type hides. Obtained by one call that a text search finds; an architecture test lists
 * its callers by name.
 */
public final class Reveal {
    private static final Reveal TOKEN = new Reveal();

    private Reveal() {}

    /** The permission. Call it where a value enters a keyed function, nowhere else. */
    public static Reveal forKeyedHashing() {
        return TOKEN;
    }
}
