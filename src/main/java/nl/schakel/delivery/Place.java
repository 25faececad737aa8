package nl.schakel.delivery;

/**
 * Where in a file something stands. Built from names of the format only, never from content.
 *
 * @param line line in the file, from 1; 0 where the format knows no lines
 * @param path element path ({@code leerling/bsn}) or column name ({@code score})
 */
public record Place(long line, String path) {
    /** For people: {@code regel 17, leerling/bsn}. */
    public String inDutch() {
        return line > 0 ? "regel " + line + ", " + path : path;
    }

    /** For people: {@code line 17, leerling/bsn}. */
    public String inEnglish() {
        return line > 0 ? "line " + line + ", " + path : path;
    }
}
