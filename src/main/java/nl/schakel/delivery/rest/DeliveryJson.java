package nl.schakel.delivery.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.delivery.Delivery;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.DeliveryState;
import nl.schakel.delivery.Findings;
import nl.schakel.delivery.NumberMode;
import nl.schakel.delivery.Receipt;
import nl.schakel.delivery.RowFault;
import nl.schakel.delivery.Tally;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the API shows it. A check has neither {@code id} nor {@code ontvangstnummer}: nothing of it is stored.
 *
 * @param herhaling whether the same file came before under the same key
 * @param beperking what a blind delivery cannot do; absent otherwise
 * @param fouten the first faults, at most {@link Findings#MOST}; the counts above them are complete
 */
public record DeliveryJson(
        @Nullable String id,
        @Nullable String ontvangstnummer,
        String status,
        boolean herhaling,
        String brin,
        String vestiging,
        String schooljaar,
        String soort,
        String formaat,
        String wijze,
        @Nullable String beperking,
        Instant ontvangenOp,
        @Nullable Instant goedgekeurdOp,
        @Nullable Instant gekoppeldOp,
        @Nullable Instant ingetrokkenOp,
        int leerlingen,
        Counts aantallen,
        List<RuleCount> geweigerdPerRegel,
        List<RuleCount> opmerkingen,
        List<FaultJson> fouten,
        String vervolg) {

    private static final String LIMITED = "Koppelt alleen op nummer en leerlingsleutel van het LAS.";

    /** The sum: {@code regels} is all the others together. */
    public record Counts(
            long regels, long opgenomen, long geweigerd, long alBekend, long bezwaar, long geenToestemming) {
        private static Counts of(Tally tally) {
            return new Counts(
                    tally.in(), tally.accepted(), tally.refused(), tally.known(), tally.objection(), tally.consent());
        }
    }

    /** How many rows broke a rule. */
    public record RuleCount(String code, long aantal, String verwacht, String herstel) {
        private static List<RuleCount> of(Map<DeliveryRule, Long> counts) {
            return counts.entrySet().stream()
                    .map(e -> new RuleCount(
                            e.getKey().code(),
                            e.getValue(),
                            e.getKey().expectedInDutch(),
                            e.getKey().repairInDutch()))
                    .toList();
        }
    }

    /** One fault: place and rule, never the value. */
    public record FaultJson(String plaats, long regel, String code) {
        private static FaultJson of(RowFault fault) {
            return new FaultJson(
                    fault.place().inDutch(), fault.place().line(), fault.rule().code());
        }
    }

    /** A receipt in full. */
    static DeliveryJson of(Receipt receipt) {
        Delivery delivery = receipt.delivery();
        Findings findings = receipt.findings();
        boolean stored = !receipt.isTrial();
        return new DeliveryJson(
                stored ? delivery.id().toString() : null,
                stored ? delivery.receipt().value() : null,
                delivery.state().dutch(),
                receipt.repeated(),
                delivery.site().brin().value(),
                delivery.site().site(),
                delivery.year().toString(),
                delivery.part().dutch(),
                delivery.format().label(),
                delivery.mode().dutch(),
                delivery.mode() == NumberMode.BLIND ? LIMITED : null,
                delivery.moments().received(),
                at(delivery.moments().approved()),
                at(delivery.moments().linked()),
                at(delivery.moments().withdrawn()),
                delivery.pupils(),
                Counts.of(delivery.tally()),
                RuleCount.of(findings.refused()),
                RuleCount.of(findings.warned()),
                findings.first().stream().map(FaultJson::of).toList(),
                next(delivery.state()));
    }

    /** A delivery in a list, without what was found in it. */
    static DeliveryJson of(Delivery delivery) {
        return of(new Receipt(delivery, Findings.NONE, false));
    }

    private static @Nullable Instant at(Optional<Instant> moment) {
        return moment.orElse(null);
    }

    private static String next(DeliveryState state) {
        return switch (state) {
            case CHECKED -> "Er is niets opgeslagen. Verstuur het bestand zonder proef=true om het in te leveren.";
            case RECEIVED -> "Keur de levering goed, of trek haar in.";
            case APPROVED -> "De levering doet mee in de volgende koppeling.";
            case LINKED -> "De levering is gekoppeld. Intrekken kan tot zij in een vrijgave zit.";
            case WITHDRAWN -> "De regels zijn verwijderd.";
            case REJECTED -> "Geen enkele regel kon worden opgenomen. Verbeter het bestand en lever het opnieuw in.";
        };
    }
}
