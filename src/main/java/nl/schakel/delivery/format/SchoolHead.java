package nl.schakel.delivery.format;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.FileFormat;
import nl.schakel.delivery.FileHeader;
import nl.schakel.delivery.Place;
import nl.schakel.delivery.RowFault;
import nl.schakel.platform.problem.Fault;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import nl.schakel.school.SchoolYear;

/**
 * The element {@code school} with which EDEXML and UWLR files begin. All its faults come together; author and comment are
 * read past, and in blind mode refused.
 */
final class SchoolHead {
    private final XmlCursor xml;
    private final DeliveryContext context;
    private final Map<String, FileFormat> versions;
    private final StrippedFile stripped;
    private final List<Fault> faults = new ArrayList<>();

    private Optional<SchoolYear> year = Optional.empty();
    private Optional<Brin> brin = Optional.empty();
    private Optional<FileFormat> format = Optional.empty();
    private Optional<LocalDateTime> created = Optional.empty();
    private String site = "00";

    private SchoolHead(XmlCursor xml, DeliveryContext context, Map<String, FileFormat> versions) {
        this.xml = xml;
        this.context = context;
        this.versions = versions;
        this.stripped = new StrippedFile(context);
    }

    /**
     * Reads the element on which the cursor stands.
     *
     * @param versions the accepted values of {@code xsdversie}; the empty text stands for its absence
     * @throws DeliveryRefused.HeaderWrong with all faults
     * @throws DeliveryRefused.OtherSchool where the BRIN is not that of the signed-in school
     */
    static FileHeader read(XmlCursor xml, DeliveryContext context, Map<String, FileFormat> versions)
            throws IOException {
        SchoolHead head = new SchoolHead(xml, context, versions);
        head.readFields();
        return head.checked();
    }

    private void readFields() throws IOException {
        int depth = xml.depth();
        format = Optional.ofNullable(versions.get(""));
        while (xml.child(depth)) {
            long line = xml.line();
            switch (xml.name()) {
                case "schooljaar" -> readYear(line);
                case "brincode" -> readBrin(line);
                case "dependancecode" -> readSite(line);
                case "aanmaakdatum" -> readCreation(line);
                case "xsdversie" -> readVersion(line);
                default -> stripped.unread(line, "school/" + xml.name());
            }
        }
    }

    private void readYear(long line) throws IOException {
        year = SchoolYear.parse(xml.text().collapse().text());
        if (year.isEmpty()) {
            fault(DeliveryRule.YEAR_WRONG, line, "school/schooljaar");
        } else if (year.get().compareTo(SchoolYear.of(context.today())) > 0) {
            fault(DeliveryRule.YEAR_AHEAD, line, "school/schooljaar");
        } else if (!context.declaredYear().map(year.get()::equals).orElse(true)) {
            fault(DeliveryRule.YEAR_DIFFERS, line, "school/schooljaar");
        }
    }

    private void readBrin(long line) throws IOException {
        brin = Brin.parse(xml.text().collapse().text());
        if (brin.isEmpty()) {
            fault(DeliveryRule.BRIN_WRONG, line, "school/brincode");
        }
    }

    private void readSite(long line) throws IOException {
        String text = xml.text().collapse().text();
        if (text.length() == 2 && Values.score(text) != Values.NO_NUMBER) {
            site = text;
        } else if (!text.isEmpty()) {
            fault(DeliveryRule.SITE_WRONG, line, "school/dependancecode");
        }
    }

    private void readCreation(long line) throws IOException {
        created = dateTime(xml.text().collapse().text());
        boolean ahead = created.map(moment -> moment.toLocalDate().isAfter(context.today()))
                .orElse(true);
        if (ahead) {
            fault(DeliveryRule.CREATION_WRONG, line, "school/aanmaakdatum");
        }
    }

    private void readVersion(long line) throws IOException {
        format = Optional.ofNullable(versions.get(xml.text().collapse().text()));
        if (format.isEmpty()) {
            fault(DeliveryRule.VERSION_UNKNOWN, line, "school/xsdversie");
        }
    }

    private static Optional<LocalDateTime> dateTime(String text) {
        if (text.length() < 19 || text.length() > 40) {
            return Optional.empty();
        }
        try {
            boolean zoned = text.endsWith("Z") || text.indexOf('+', 19) > 0 || text.indexOf('-', 19) > 0;
            return Optional.of(zoned ? OffsetDateTime.parse(text).toLocalDateTime() : LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private FileHeader checked() {
        long line = xml.line();
        if (brin.isPresent() && !brin.get().equals(context.school())) {
            throw new DeliveryRefused.OtherSchool();
        }
        missing(year, DeliveryRule.YEAR_WRONG, line, "school/schooljaar");
        missing(brin, DeliveryRule.BRIN_WRONG, line, "school/brincode");
        missing(format, DeliveryRule.VERSION_UNKNOWN, line, "school/xsdversie");
        if (!faults.isEmpty()) {
            throw new DeliveryRefused.HeaderWrong(faults);
        }
        return new FileHeader(
                format.orElseThrow(), new SchoolSite(brin.orElseThrow(), site), year.orElseThrow(), created);
    }

    private void missing(Optional<?> field, DeliveryRule rule, long line, String path) {
        boolean told = faults.stream().anyMatch(fault -> fault.rule().equals(rule.code()));
        if (field.isEmpty() && !told) {
            fault(rule, line, path);
        }
    }

    private void fault(DeliveryRule rule, long line, String path) {
        faults.add(new RowFault(0, new Place(line, path), rule).inDutch());
    }

    /** The refusal for a mandatory part that is not there, or comes too late. */
    static DeliveryRefused missingPart(long line, String path) {
        RowFault fault = new RowFault(0, new Place(line, path), DeliveryRule.PART_MISSING);
        return new DeliveryRefused.HeaderWrong(List.of(fault.inDutch()));
    }
}
