package nl.schakel.register.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import nl.schakel.register.RegisterFileReader;
import nl.schakel.register.RegisterManifest;
import nl.schakel.register.RegisterRefused;
import nl.schakel.register.RegisterRow;

/** Register files: CSV in UTF-8 with semicolons, the first line names the columns. */
@Dependent
public class RegisterCsv implements RegisterFileReader {
    private static final int LARGEST_RECORD = 1 << 16;

    @Override
    public long read(InputStream bytes, RegisterManifest.Listed file, Consumer<RegisterRow> sink) throws IOException {
        FileFaults faults = new FileFaults(file.type(), file.name());
        try (CsvReader<CsvRecord> csv = open(bytes)) {
            long rows = readRecords(csv.iterator(), faults, sink);
            faults.refuseIfAny();
            return rows;
        } catch (CsvParseException e) {
            throw new RegisterRefused.FileUnreadable(file.type(), faults.line() + 1);
        } catch (UncheckedIOException e) {
            throw refusal(Objects.requireNonNull(e.getCause()), faults);
        } catch (CharacterCodingException e) {
            throw refusal(e, faults);
        }
    }

    private static IOException refusal(IOException cause, FileFaults faults) {
        if (cause instanceof CharacterCodingException) {
            throw new RegisterRefused.FileUnreadable(faults.type(), faults.line() + 1);
        }
        return cause;
    }

    private static CsvReader<CsvRecord> open(InputStream bytes) {
        Reader text = new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return CsvReader.builder()
                .fieldSeparator(';')
                .maxBufferSize(LARGEST_RECORD)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static long readRecords(Iterator<CsvRecord> records, FileFaults faults, Consumer<RegisterRow> sink) {
        if (!records.hasNext()) {
            throw new RegisterRefused.FileUnreadable(faults.type(), 1);
        }
        RowShape shape = new RowShape(records.next(), faults);
        faults.refuseIfAny();
        long rows = 0;
        while (records.hasNext()) {
            CsvRecord csv = records.next();
            faults.at(csv.getStartingLineNumber());
            rows++;
            shape.row(csv).ifPresent(sink);
        }
        return rows;
    }
}
