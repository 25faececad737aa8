package nl.schakel.audit;

/**
 * A fault of a bundle of the log and where it is. It shows no value: who wants to see one opens the bundle at the place.
 */
public record LogFault(LogFaultCode code, Place place) {
    /** No entry. */
    public static final long NONE = -1;

    /**
     * Where a fault is.
     *
     * @param line the line of the bundle, from 1
     * @param seq the number of the entry in the log, from 0, or {@link #NONE}
     * @param id the identifier of the entry where it has the form of one, or else empty
     * @param member the member of the entry or attachment, or empty
     */
    public record Place(long line, long seq, String id, String member) {
        /** A line that is no entry. */
        public static Place line(long line) {
            return new Place(line, NONE, "", "");
        }

        /** The same place, at this member. */
        public Place member(String name) {
            return new Place(line, seq, id, name);
        }
    }
}
