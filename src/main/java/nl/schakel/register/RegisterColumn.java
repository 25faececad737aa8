package nl.schakel.register;

import java.util.List;

/**
 * One column of a register file that is taken in, as data.
 *
 * @param names the names under which files carry it, the newest first; compared without regard to case
 * @param table content table
 * @param column column of that table
 * @param from lowest number
 * @param to highest number
 * @param mandatory whether a file without it is refused
 */
public record RegisterColumn(
        List<String> names, String table, String column, Kind kind, double from, double to, boolean mandatory) {
    /** How a value is read and stored. */
    public enum Kind {
        /** Text of at most 64 characters. */
        TEXT,
        /** A whole number, stored as {@code smallint}. */
        WHOLE,
        /** A number with decimal comma or point. */
        DECIMAL,
        /**
         * A day as {@code yyyymmdd}, of which only the year is kept: a household that begins with a birth would tell the
         * birth date. {@code 88888888} and {@code 99999999} mean none.
         */
        YEAR_OF_DAY
    }

    static RegisterColumn text(String table, String column, boolean mandatory, String... names) {
        return new RegisterColumn(List.of(names), table, column, Kind.TEXT, 0, 0, mandatory);
    }

    static RegisterColumn whole(String table, String column, int from, int to, String... names) {
        return new RegisterColumn(List.of(names), table, column, Kind.WHOLE, from, to, false);
    }

    static RegisterColumn decimal(String table, String column, double from, double to, String... names) {
        return new RegisterColumn(List.of(names), table, column, Kind.DECIMAL, from, to, false);
    }

    static RegisterColumn yearOfDay(String table, String column, String... names) {
        return new RegisterColumn(List.of(names), table, column, Kind.YEAR_OF_DAY, 0, 0, false);
    }
}
