package nl.schakel.register.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.schakel.register.RegisterDelivery;

/** A register delivery as the API shows it. */
public record RegisterJson(
        String id, LocalDate referentiedatum, Instant geladenOp, int sleutelgeneratie, List<FileJson> bestanden) {
    /**
     * One file; {@code rijen} is the other two together.
     *
     * @param onbekend rows of persons whom the bridge file does not name
     */
    public record FileJson(String naam, String type, long rijen, long opgenomen, long onbekend) {}

    static RegisterJson of(RegisterDelivery delivery) {
        return new RegisterJson(
                delivery.id().toString(),
                delivery.referenceDate(),
                delivery.loadedAt(),
                delivery.generation(),
                delivery.files().stream()
                        .map(file -> new FileJson(
                                file.name(), file.type().name(), file.rows(), file.stored(), file.unknown()))
                        .toList());
    }
}
