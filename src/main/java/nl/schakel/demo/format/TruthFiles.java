package nl.schakel.demo.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import nl.schakel.demo.Canaries;
import nl.schakel.demo.Child;
import nl.schakel.demo.School;
import nl.schakel.demo.Site;

/**
 * Writes what the service must never see or show: the truth behind each pupil's row, to judge linkage by, and the list of
 * canaries, one {@code kind;value} a line.
 */
final class TruthFiles implements Closeable {
    private final CsvFile truth;
    private final CsvFile canaries;

    TruthFiles(Path world) throws IOException {
        this.truth = new CsvFile(
                world.resolve("waarheid.csv"),
                "brin",
                "vestiging",
                "leerlingid",
                "pgn",
                "pgn_school",
                "rinpersoon",
                "in_register",
                "tweeling",
                "fouten");
        this.canaries = new CsvFile(world.resolve("canaries.txt"), "soort", "waarde");
    }

    void write(School school) throws IOException {
        for (Site site : school.sites()) {
            for (Child child : site.children()) {
                pupil(site, child);
            }
        }
        for (Child child : school.neighbours()) {
            canaries.row("pgn", child.number());
            canaries.row("rin", child.rin());
        }
    }

    private void pupil(Site site, Child child) throws IOException {
        String faults = child.faults().stream().map(Enum::name).sorted().collect(Collectors.joining("|"));
        String atSchool = child.schoolNumber().orElse("");
        truth.row(
                site.brin(),
                site.code(),
                child.key(),
                child.number(),
                atSchool,
                child.rin(),
                child.registered() ? "ja" : "nee",
                child.twin() ? "ja" : "nee",
                faults);
        canaries.row("pgn", child.number());
        if (!atSchool.isEmpty() && !atSchool.equals(child.number())) {
            canaries.row("pgn", atSchool);
        }
        canaries.row("laskey", child.key());
        canaries.row("rin", child.rin());
        for (String planted : Canaries.planted(child, site.id())) {
            canaries.row("tekst", planted);
        }
    }

    @Override
    public void close() throws IOException {
        truth.close();
        canaries.close();
    }
}
