package nl.schakel.delivery.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.NumberChangeFields;
import nl.schakel.delivery.NumberChangeReader;
import nl.schakel.delivery.NumberChangeRule;
import nl.schakel.delivery.ReportedNumberChange;
import nl.schakel.platform.problem.Fault;

/**
 * A file of number changes: CSV in UTF-8 with or without a byte order mark, separated by semicolon or comma, with a first
 * line that names the columns {@code oudNummer}, {@code nieuwNummer} and {@code datum} in any order and case.
 */
@Dependent
class NumberChangeFile implements NumberChangeReader {
    private static final long LARGEST = 1 << 20;
    private static final int MOST_FAULTS = 100;

    @Override
    public List<ReportedNumberChange> read(InputStream file, LocalDate today, int most) {
        try {
            LimitedInput bytes = new LimitedInput(file, LARGEST);
            try (CsvReader<CsvRecord> csv = SocialReader.csv(bytes)) {
                return new Reading(csv.iterator(), today, most).all();
            }
        } catch (CsvParseException e) {
            throw new DeliveryRefused.NotWellFormed(0);
        } catch (CharacterCodingException e) {
            throw new DeliveryRefused.WrongEncoding(0);
        } catch (UncheckedIOException e) {
            throw refusal(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private static DeliveryRefused refusal(IOException cause) {
        return cause instanceof CharacterCodingException
                ? new DeliveryRefused.WrongEncoding(0)
                : new DeliveryRefused.Interrupted();
    }

    /** One reading of one file. */
    private static final class Reading {
        private final CloseableIterator<CsvRecord> records;
        private final LocalDate today;
        private final int most;
        private final List<ReportedNumberChange> changes = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        Reading(CloseableIterator<CsvRecord> records, LocalDate today, int most) {
            this.records = records;
            this.today = today;
            this.most = most;
        }

        List<ReportedNumberChange> all() {
            if (!records.hasNext()) {
                throw new DeliveryRefused.EmptyFile();
            }
            List<String> names = names(records.next());
            int rows = 0;
            while (records.hasNext()) {
                if (++rows > most) {
                    throw new DeliveryRefused.TooManyNumberChanges(most);
                }
                row(records.next(), names);
            }
            if (rows == 0) {
                faults.add(NumberChangeRule.NOTHING.at(""));
            }
            if (!faults.isEmpty()) {
                throw new DeliveryRefused.NumberChangesWrong(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
            }
            return changes;
        }

        private void row(CsvRecord csv, List<String> names) {
            String place = "regel " + csv.getStartingLineNumber();
            if (csv.getFieldCount() != names.size()) {
                faults.add(NumberChangeRule.FIELD_COUNT.at(place));
                return;
            }
            NumberChangeFields fields = new NumberChangeFields(
                    name -> csv.getField(names.indexOf(name.toLowerCase(Locale.ROOT))), place, today);
            fields.change().ifPresent(changes::add);
            faults.addAll(fields.faults());
        }

        private static List<String> names(CsvRecord first) {
            List<String> names = first.getFields().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            List<Fault> wrong = NumberChangeFields.NAMES.stream()
                    .filter(name -> !once(names, name.toLowerCase(Locale.ROOT)))
                    .map(name -> new Fault(
                            "regel 1, kolom " + name,
                            "NW-0012",
                            "een eerste regel met de kolommen oudNummer, nieuwNummer en datum, elk één keer",
                            "Zet de namen van de kolommen op de eerste regel."))
                    .toList();
            if (!wrong.isEmpty()) {
                throw new DeliveryRefused.NumberChangesWrong(wrong);
            }
            return names;
        }

        private static boolean once(List<String> names, String name) {
            return names.contains(name) && names.indexOf(name) == names.lastIndexOf(name);
        }
    }
}
