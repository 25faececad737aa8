package nl.schakel.extract;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many of the population could be linked, as a JSON object. Counts are rounded to tens: nobody is told apart by them. */
final class LinkageReport {
    private static final int STEP = 10;

    private LinkageReport() {}

    static String json(Selection selection) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("geleverd", rounded(selection.delivered()));
        report.put("gekoppeld", rounded(selection.persons().size()));
        report.put("meerduidig", rounded(selection.ambiguous()));
        report.put("tegenspraak", rounded(selection.conflicting()));
        report.put("nietGekoppeld", rounded(selection.unlinked()));
        double share = selection.delivered() == 0
                ? 0
                : Math.round(100.0 * selection.persons().size() / selection.delivered()) / 100.0;
        report.put("aandeelGekoppeld", share);
        report.put("afgerondOp", STEP);
        return ReportJson.of(report);
    }

    private static long rounded(long count) {
        return Math.round(count / (double) STEP) * STEP;
    }
}
