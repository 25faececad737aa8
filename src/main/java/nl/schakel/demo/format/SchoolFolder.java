package nl.schakel.demo.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.schakel.demo.Decision;
import nl.schakel.demo.Objection;
import nl.schakel.demo.ParentsDesk;
import nl.schakel.demo.PupilOffice;
import nl.schakel.demo.PupilRow;
import nl.schakel.demo.Site;
import nl.schakel.demo.SocialScore;
import nl.schakel.demo.TestRoom;
import nl.schakel.demo.TestScore;
import nl.schakel.demo.WorldPlan;

/** Writes the files of one site: a folder for each school year, and the parents' answers. */
final class SchoolFolder {
    /** The fields of a decision as the API names them. */
    private static final String DECISION =
            "vestiging;leerlingsleutel;besluit;gever;doel;instrument;tekstversie;bewijs;" + "gegevenOp;geboortejaar";

    private final Path schools;
    private final WorldPlan plan;
    private final Tally tally;

    SchoolFolder(Path schools, WorldPlan plan, Tally tally) {
        this.schools = schools;
        this.plan = plan;
        this.tally = tally;
    }

    void write(Site site) throws IOException {
        Path folder = Files.createDirectories(schools.resolve(site.id()));
        for (int index = 0; index < plan.years(); index++) {
            int year = plan.firstYear() + index;
            Path yearFolder = Files.createDirectories(folder.resolve(year + "-" + (year + 1)));
            pupils(yearFolder.resolve("leerlingen.xml"), site, index);
            results(yearFolder.resolve("resultaten.xml"), site, index);
            if (index == plan.years() - 1) {
                social(yearFolder.resolve("sociaal-emotioneel.csv"), site);
            }
        }
        objections(folder.resolve("bezwaren.csv"), site);
        decisions(folder.resolve("toestemmingen.csv"), site);
        tally.sites++;
    }

    private void pupils(Path file, Site site, int index) throws IOException {
        List<PupilRow> rows = new PupilOffice(plan).rows(site, index);
        if (rows.isEmpty()) {
            return;
        }
        tally.pupilRows += rows.size();
        try (Writer out = Files.newBufferedWriter(file)) {
            new EdexmlFile(out).write(site, plan.firstYear() + index, rows);
        }
    }

    private void results(Path file, Site site, int index) throws IOException {
        List<TestScore> scores = new TestRoom(plan).scores(site, index);
        if (scores.isEmpty()) {
            return;
        }
        tally.results += scores.size();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            new UwlrFile(out).write(site, plan.firstYear() + index, scores);
        }
    }

    private void social(Path file, Site site) throws IOException {
        try (CsvFile csv = new CsvFile(file, "leerlingid", "instrument", "schaal", "afnamedatum", "score")) {
            for (SocialScore row : new ParentsDesk(plan).questionnaire(site)) {
                csv.row(row.pupilKey(), row.instrument(), row.scale(), row.date(), row.score());
            }
            tally.socialRows += csv.rows();
        }
    }

    private void objections(Path file, Site site) throws IOException {
        try (CsvFile csv = new CsvFile(file, "vestiging", "leerlingsleutel", "vanaf", "wanneer")) {
            for (Objection row : new ParentsDesk(plan).objections(site)) {
                csv.row(site.id(), row.pupilKey(), row.from(), row.late() ? "na" : "voor");
            }
        }
    }

    private void decisions(Path file, Site site) throws IOException {
        try (CsvFile csv = new CsvFile(file, DECISION.split(";", -1))) {
            for (Decision row : new ParentsDesk(plan).decisions(site)) {
                csv.row(
                        site.id(),
                        row.pupilKey(),
                        row.answer(),
                        row.giver(),
                        Decision.PURPOSE,
                        Decision.INSTRUMENT,
                        Decision.TEXT_VERSION,
                        Decision.EVIDENCE,
                        row.given(),
                        row.birthYear());
            }
        }
    }
}
