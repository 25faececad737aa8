package nl.schakel.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.schakel.catalogue.DisclosureRole;
import nl.schakel.catalogue.Variable;
import nl.schakel.disclosure.Anonymized;
import nl.schakel.disclosure.DisclosurePolicy;
import nl.schakel.disclosure.Risk;
import nl.schakel.disclosure.Utility;

/** The disclosure risk of an extract before and after, and what was lost, as a JSON object. */
final class RiskReport {
    private final ProtectedExtract extract;
    private final DisclosurePolicy policy;
    private final Anonymized table;

    RiskReport(ProtectedExtract extract, DisclosurePolicy policy) {
        this.extract = extract;
        this.policy = policy;
        this.table = extract.table();
    }

    /** The report. */
    String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("beleid", policyFacts());
        report.put("leerlingen", table.kept());
        report.put("weggelaten", table.leftOut());
        report.put("voor", risk(Risk.before(table.table(), policy.k())));
        report.put("na", risk(Risk.after(table, policy.k())));
        report.put("metKennisVanScores", risk(Risk.knowing(table, scores(), policy.k())));
        report.put("nut", utility());
        report.put("variabelen", variables());
        report.put(
                "zoektocht",
                Map.of(
                        "bekeken", extract.attempt().looked(),
                        "uitputtend", extract.attempt().exact()));
        return ReportJson.of(report);
    }

    private Map<String, Object> policyFacts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("k", policy.k());
        facts.put("l", policy.l());
        facts.put("maximumWeggelaten", policy.rowLimit());
        facts.put("maximumOnderdrukt", policy.cellLimit());
        facts.put("staart", policy.tail());
        return facts;
    }

    private static Map<String, Object> risk(Risk risk) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("leerlingen", risk.persons());
        facts.put("uniek", risk.unique());
        facts.put("aandeelOnderK", Shares.rounded(risk.shareBelowK()));
        facts.put("hoogsteRisico", Shares.rounded(risk.highest()));
        facts.put("gemiddeldRisico", Shares.rounded(risk.mean()));
        return facts;
    }

    /** The columns that somebody who knows a pupil's results knows: everything that is neither quasi nor sensitive. */
    private List<int[]> scores() {
        List<int[]> known = new ArrayList<>();
        int[] kept = extract.kept();
        for (int column = 0; column < extract.plan().columns().size(); column++) {
            if (extract.plan().columns().get(column).variable().role() == DisclosureRole.PLAIN) {
                int[] all = new int[table.table().rows()];
                int[] values = extract.values(column);
                IntStream.range(0, kept.length).forEach(row -> all[kept[row]] = values[row]);
                known.add(all);
            }
        }
        return known;
    }

    private Map<String, Object> utility() {
        Utility utility = Utility.of(table);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("verlies", Shares.rounded(utility.loss()));
        facts.put("gemiddeldeGroep", Shares.rounded(utility.averageClass()));
        facts.put("discernibility", utility.discernibility());
        return facts;
    }

    private List<Object> variables() {
        Map<String, Map<String, Object>> variables = new LinkedHashMap<>();
        List<Variable> quasi =
                List.copyOf(extract.plan().positions(DisclosureRole.QUASI).keySet());
        for (int column = 0; column < extract.plan().columns().size(); column++) {
            PlannedColumn planned = extract.plan().columns().get(column);
            Map<String, Object> facts = variables.computeIfAbsent(
                    planned.variable().name().value(), name -> facts(planned.variable(), quasi));
            double share = (double) extract.suppressed(column) / Math.max(1, extract.kept().length);
            facts.merge("onderdrukt", Shares.rounded(share), (a, b) -> Math.max((Double) a, (Double) b));
        }
        return List.copyOf(variables.values());
    }

    private Map<String, Object> facts(Variable variable, List<Variable> quasi) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("naam", variable.name().value());
        facts.put("rol", variable.role().dutch());
        int q = quasi.indexOf(variable);
        if (q >= 0) {
            facts.put("niveau", table.level(q));
            facts.put("niveaus", variable.hierarchy().levels());
            facts.put("verlies", Shares.rounded(table.loss(q)));
        }
        return facts;
    }
}
