package nl.schakel.audit.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.audit.ActivityField;
import nl.schakel.audit.HeadField;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingRegister;
import nl.schakel.audit.RegisterText;

/**
 * The register as a table: UTF-8, semicolons, a header, one line for each version of an activity, fields quoted where they need it
 * (RFC 4180). What all activities share in the version in force stands in every line. Where a spreadsheet would take a text for a
 * formula an apostrophe goes before it.
 */
final class ActivityCsv {
    private static final String HEADER = Stream.of(
                    Stream.of("id", "versie", "geldigVanaf"),
                    Arrays.stream(ActivityField.values()).map(ActivityField::dutch),
                    Arrays.stream(HeadField.values()).map(HeadField::dutch))
            .flatMap(fields -> fields)
            .collect(Collectors.joining(";"));
    private static final String FORMULAS = "=+-@\t\r＝＋－＠";

    private ActivityCsv() {}

    static String of(ProcessingRegister register) {
        List<String> head = register.heads().stream()
                .limit(1)
                .flatMap(newest -> newest.fields().values().stream())
                .toList();
        return Stream.concat(
                        Stream.of(HEADER),
                        register.activities().entrySet().stream().flatMap(activity -> lines(activity, head)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static Stream<String> lines(
            Map.Entry<String, List<RegisterText<ActivityField>>> activity, List<String> head) {
        return activity.getValue().stream().map(text -> Stream.of(
                        Stream.of(
                                ProcessingActivity.uri(activity.getKey(), text.version()),
                                Integer.toString(text.version()),
                                text.validFrom().toString()),
                        text.fields().values().stream(),
                        head.stream())
                .flatMap(fields -> fields)
                .map(ActivityCsv::quoted)
                .collect(Collectors.joining(";")));
    }

    private static String quoted(String text) {
        String safe = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^;\"\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
