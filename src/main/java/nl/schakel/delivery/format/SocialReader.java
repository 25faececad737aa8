package nl.schakel.delivery.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.DeliveryRows;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.FileFormat;
import nl.schakel.delivery.FileHeader;
import nl.schakel.delivery.Part;
import nl.schakel.delivery.Place;
import nl.schakel.delivery.ReadRows;
import nl.schakel.delivery.RowFault;
import nl.schakel.delivery.SocialResultRecord;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.school.SchoolSite;
import nl.schakel.school.SchoolYear;

/**
 * Social-emotional results: CSV in UTF-8 with or without a byte order mark, separated by semicolon or comma, with a first
 * line that names the columns {@code leerlingid}, {@code instrument}, {@code schaal}, {@code afnamedatum} and {@code
 * score} in any order. School year and site come with the request.
 */
final class SocialReader {
    static final List<String> COLUMNS = List.of("leerlingid", "instrument", "schaal", "afnamedatum", "score");
    private static final int LONGEST_NAME = 64;
    private static final int LARGEST_RECORD = 1 << 16;

    private final LimitedInput bytes;
    private final DeliveryContext context;
    private final DeliveryRows sink;
    private final RowReport report;
    private final StrippedFile stripped;
    private final SchoolYear year;
    private final KeySet seen = new KeySet();
    private final int[] columns = new int[COLUMNS.size()];
    private long line;

    /** @throws DeliveryRefused.YearNotDeclared where the request names no school year */
    SocialReader(LimitedInput bytes, DeliveryContext context, DeliveryRows sink) {
        this.bytes = bytes;
        this.context = context;
        this.sink = sink;
        this.report = new RowReport(sink, context);
        this.stripped = new StrippedFile(context);
        this.year = context.declaredYear().orElseThrow(DeliveryRefused.YearNotDeclared::new);
    }

    /** Reads the whole file. @throws DeliveryRefused where it cannot be used */
    ReadRows read() throws IOException {
        try (CsvReader<CsvRecord> csv = csv(bytes)) {
            readRecords(csv.iterator());
        } catch (CsvParseException e) {
            throw new DeliveryRefused.NotWellFormed(line + 1);
        } catch (UncheckedIOException e) {
            throw refusal(Objects.requireNonNull(e.getCause()));
        } catch (CharacterCodingException e) {
            throw refusal(e);
        }
        stripped.end("leerlingid");
        if (report.row() == 0) {
            throw SchoolHead.missingPart(line, "regels");
        }
        return report.sum(Part.SOCIAL_EMOTIONAL);
    }

    static boolean startsWithMark(byte[] head) {
        return head.length >= 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF;
    }

    private IOException refusal(IOException cause) {
        if (cause instanceof CharacterCodingException) {
            throw new DeliveryRefused.WrongEncoding(line + 1);
        }
        return cause;
    }

    /** Reads past a byte order mark; the first line decides which separator it is. */
    static CsvReader<CsvRecord> csv(LimitedInput bytes) throws IOException {
        bytes.skipNBytes(startsWithMark(bytes.head()) ? 3 : 0);
        String firstLine = new String(bytes.head(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        Reader text = new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return CsvReader.builder()
                .fieldSeparator(firstLine.indexOf(';') >= 0 ? ';' : ',')
                .maxBufferSize(LARGEST_RECORD)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private void readRecords(CloseableIterator<CsvRecord> records) {
        int width = readColumns(records.next());
        sink.header(new FileHeader(
                FileFormat.SOCIAL_CSV,
                context.declaredSite().orElseGet(() -> new SchoolSite(context.school(), "00")),
                year,
                Optional.empty()));
        while (records.hasNext()) {
            CsvRecord csv = records.next();
            bytes.progress();
            line = csv.getStartingLineNumber();
            report.begin();
            if (csv.getFieldCount() == width) {
                readRow(csv);
            } else {
                report.fault(DeliveryRule.FIELD_COUNT, line, "regel");
                report.end();
            }
        }
    }

    private int readColumns(CsvRecord csv) {
        line = csv.getStartingLineNumber();
        List<String> names = csv.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < columns.length; i++) {
            columns[i] = names.indexOf(COLUMNS.get(i));
            if (columns[i] < 0 || columns[i] != names.lastIndexOf(COLUMNS.get(i))) {
                Place place = new Place(line, COLUMNS.get(i));
                throw new DeliveryRefused.HeaderWrong(
                        List.of(new RowFault(0, place, DeliveryRule.COLUMNS_WRONG).inDutch()));
            }
        }
        if (names.size() > COLUMNS.size()) {
            stripped.unread(line, "regel");
        }
        return names.size();
    }

    private void readRow(CsvRecord csv) {
        String key = csv.getField(columns[0]);
        stripped.pupilKey(key, line);
        Optional<LocalPupilKey> pupil = PupilKeys.wellFormed(key, report, line, "leerlingid");
        String instrument = name(csv, 1, DeliveryRule.INSTRUMENT_MISSING);
        String scale = name(csv, 2, DeliveryRule.SCALE_MISSING);
        long day = day(csv.getField(columns[3]).strip());
        double score = Values.decimal(csv.getField(columns[4]).strip(), true);
        if (Double.isNaN(score)) {
            report.fault(DeliveryRule.SOCIAL_SCORE_FORM, line, "score");
        }
        if (!seen.add(KeySet.join(
                KeySet.join(KeySet.hash(key), KeySet.hash(instrument)), KeySet.join(KeySet.hash(scale), day)))) {
            report.fault(DeliveryRule.SOCIAL_ROW_TWICE, line, "regel");
        }
        if (report.end()) {
            sink.social(new SocialResultRecord(
                    report.row(),
                    new Place(line, "regel"),
                    pupil.orElseThrow(),
                    instrument,
                    scale,
                    LocalDate.ofEpochDay(day),
                    score));
        }
    }

    private String name(CsvRecord csv, int column, DeliveryRule rule) {
        String name = csv.getField(columns[column]).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            report.fault(rule, line, COLUMNS.get(column));
        }
        return name;
    }

    private long day(String text) {
        long day = Values.date(text);
        Optional<DeliveryRule> broken = Optional.empty();
        if (text.isEmpty()) {
            broken = Optional.of(DeliveryRule.TEST_DATE_MISSING);
        } else if (day == Values.NO_DATE) {
            broken = Optional.of(DeliveryRule.TEST_DATE_FORM);
        } else if (day > context.today().toEpochDay()) {
            broken = Optional.of(DeliveryRule.TEST_DATE_AHEAD);
        } else if (!year.contains(LocalDate.ofEpochDay(day))) {
            broken = Optional.of(DeliveryRule.TEST_DATE_OUTSIDE);
        }
        broken.ifPresent(rule -> report.fault(rule, line, "afnamedatum"));
        return day;
    }
}
