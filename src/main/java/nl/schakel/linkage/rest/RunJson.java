package nl.schakel.linkage.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.schakel.linkage.Counts;
import nl.schakel.linkage.Outcome;
import nl.schakel.linkage.Run;

/** A linkage run as the API shows it. Persons, not rows. */
public record RunJson(
        String id,
        Instant begonnen,
        Instant klaar,
        String registerlevering,
        LocalDate referentiedatum,
        List<RegisterJson> registers,
        int sleutelgeneratie,
        int leveringen,
        long bezwaar,
        CountsJson totaal,
        List<MethodJson> methoden,
        List<PartJson> uitsplitsingen) {
    /**
     * Persons by outcome.
     *
     * @param gekoppeldAandeel 0 to 1
     */
    public record CountsJson(
            long personen,
            long gekoppeld,
            long dubbelzinnig,
            long nietGekoppeld,
            long tegenspraak,
            double gekoppeldAandeel) {
        private static CountsJson of(Counts counts) {
            return new CountsJson(
                    counts.total(),
                    counts.of(Outcome.LINKED),
                    counts.of(Outcome.AMBIGUOUS),
                    counts.of(Outcome.UNLINKED),
                    counts.of(Outcome.CONFLICT),
                    counts.rate());
        }
    }

    /** The register delivery whose file of this type was in force. */
    public record RegisterJson(String bestand, String registerlevering, LocalDate referentiedatum) {}

    /** Persons by how their outcome was reached. */
    public record MethodJson(String methode, long personen) {}

    /** The counts of one value of a breakdown. */
    public record PartJson(String indeling, String waarde, CountsJson aantallen) {}

    static RunJson of(Run run) {
        List<PartJson> parts = new ArrayList<>();
        run.report()
                .breakdowns()
                .forEach((dimension, values) -> values.forEach(
                        (value, counts) -> parts.add(new PartJson(dimension, value, CountsJson.of(counts)))));
        return new RunJson(
                run.id().toString(),
                run.started(),
                run.finished(),
                run.register().toString(),
                run.referenceDate(),
                run.registers().stream()
                        .map(used -> new RegisterJson(
                                used.type().name(), used.delivery().toString(), used.referenceDate()))
                        .toList(),
                run.generation(),
                run.deliveries(),
                run.objected(),
                CountsJson.of(run.report().all()),
                run.report().byMethod().entrySet().stream()
                        .map((Map.Entry<String, Long> entry) -> new MethodJson(entry.getKey(), entry.getValue()))
                        .toList(),
                parts);
    }
}
