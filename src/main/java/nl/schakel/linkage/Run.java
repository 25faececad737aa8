package nl.schakel.linkage;

import java.time.Instant;
import java.time.LocalDate;
import nl.schakel.audit.StaffId;
import nl.schakel.register.RegisterDeliveryId;

/**
 * A finished linkage run. Immutable: a new run makes a new list of outcomes.
 *
 * @param generation of the linkage keys
 * @param register the register delivery whose persons were compared with
 * @param deliveries how many approved deliveries took part
 * @param objected persons left out because an objection stands
 */
public record Run(
        RunId id,
        Instant started,
        Instant finished,
        StaffId startedBy,
        int generation,
        RegisterDeliveryId register,
        LocalDate referenceDate,
        int deliveries,
        long objected,
        RunReport report) {}
