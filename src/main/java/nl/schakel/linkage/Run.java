package nl.schakel.linkage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.schakel.audit.StaffId;
import nl.schakel.register.RegisterDeliveryId;

/**
 * A finished linkage run. Immutable: a new run makes a new list of outcomes.
 *
 * @param generation of the linkage keys
 * @param register the register delivery whose persons were compared with
 * @param registers of each file type the register delivery then in force, by type
 * @param deliveries how many school deliveries took part; which, is stored with the run
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
        List<RegisterUsed> registers,
        int deliveries,
        long objected,
        RunReport report) {
    /** Takes a copy. */
    public Run {
        registers = List.copyOf(registers);
    }
}
