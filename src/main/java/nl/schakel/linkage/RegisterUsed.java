package nl.schakel.linkage;

import java.time.LocalDate;
import nl.schakel.register.FileType;
import nl.schakel.register.RegisterDeliveryId;

/** The register delivery whose file of this type was in force in a run. */
public record RegisterUsed(FileType type, RegisterDeliveryId delivery, LocalDate referenceDate) {}
