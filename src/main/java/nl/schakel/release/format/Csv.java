package nl.schakel.release.format;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * CSV after RFC 4180: comma, CRLF, quotes where needed, UTF-8. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front; plain numbers, negative ones too, stay as they are.
 */
final class Csv {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final String FORMULA_STARTS = "=+-@\t\r\n|";
    private static final String NEEDS_QUOTES = ",\"\r\n";
    private final Writer out;
    private boolean lineBegun;

    Csv(Writer out) {
        this.out = out;
    }

    /** One cell of text. */
    Csv text(String value) throws IOException {
        separate();
        String safe = isFormula(value) ? "'" + value : value;
        if (safe.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0)) {
            out.write('"');
            out.write(safe.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(safe);
        }
        return this;
    }

    /** One cell that holds a number of which the last {@code decimals} digits stand behind the point. */
    Csv number(int value, int decimals) throws IOException {
        separate();
        out.write(Numbers.decimal(value, decimals));
        return this;
    }

    /** Ends the line. */
    void end() throws IOException {
        out.write("\r\n");
        lineBegun = false;
    }

    private void separate() throws IOException {
        if (lineBegun) {
            out.write(',');
        }
        lineBegun = true;
    }

    private static boolean isFormula(String value) {
        return !value.isEmpty()
                && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0
                && !NUMBER.matcher(value).matches();
    }
}
