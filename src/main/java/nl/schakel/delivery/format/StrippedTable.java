package nl.schakel.delivery.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.schakel.delivery.DeliveryRefused;

/** Copies the five columns of social-emotional results that are read, quoted. */
final class StrippedTable {
    private StrippedTable() {}

    /**
     * Copies to the end and tells the pupil keys.
     *
     * @throws DeliveryRefused where a column is missing or the file is no CSV
     */
    static void copy(LimitedInput bytes, Writer out, StrippedKeys keys) throws IOException {
        try (CsvReader<CsvRecord> csv = SocialReader.csv(bytes)) {
            int[] places = {};
            int width = 0;
            for (CsvRecord row : csv) {
                bytes.progress();
                if (places.length == 0) {
                    places = places(row);
                    width = row.getFieldCount();
                    out.write(String.join(";", SocialReader.COLUMNS) + "\n");
                } else if (row.getFieldCount() == width) {
                    keys.pupil(row.getField(places[0]), row.getStartingLineNumber());
                    out.write(line(row, places));
                } else {
                    out.write("\"\"\n");
                }
            }
            if (places.length == 0) {
                throw new DeliveryRefused.UnknownFormat();
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new DeliveryRefused.NotWellFormed(0);
        }
    }

    private static int[] places(CsvRecord row) {
        List<String> names = row.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        int[] places = SocialReader.COLUMNS.stream().mapToInt(names::indexOf).toArray();
        boolean wrong = SocialReader.COLUMNS.stream()
                .anyMatch(column -> names.indexOf(column) < 0 || names.indexOf(column) != names.lastIndexOf(column));
        if (wrong) {
            throw new DeliveryRefused.UnknownFormat();
        }
        return places;
    }

    private static String line(CsvRecord row, int[] places) {
        return IntStream.of(places)
                .mapToObj(place -> '"' + row.getField(place).replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(";", "", "\n"));
    }
}
