package nl.schakel.demo.format;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.schakel.demo.School;
import nl.schakel.demo.Site;
import nl.schakel.demo.WorldCounts;
import nl.schakel.demo.WorldPlan;
import nl.schakel.demo.WorldWriter;

/** Writes a world as one folder; its layout is described in {@code docs/tutorial/first-delivery.md}. */
public final class WorldFolder implements WorldWriter {
    /** For {@link java.util.ServiceLoader}. */
    public WorldFolder() {}

    @Override
    public Session open(Path folder, WorldPlan plan) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new IOException("not empty: " + folder);
            }
        }
        return new Writing(folder, plan);
    }

    private static final class Writing implements Session {
        private final WorldPlan plan;
        private final Tally tally = new Tally();
        private final SchoolFolder schools;
        private final RegisterFolder registers;
        private final TruthFiles truth;
        private final AccountsFile accounts;
        private final Writer index;

        Writing(Path folder, WorldPlan plan) throws IOException {
            this.plan = plan;
            this.schools = new SchoolFolder(folder.resolve("scholen"), plan, tally);
            this.registers = new RegisterFolder(folder.resolve("register"), plan);
            this.truth = new TruthFiles(folder);
            this.accounts = new AccountsFile(folder.resolve("accounts.json"));
            this.index = Files.newBufferedWriter(folder.resolve("wereld.json"));
            index.write("{\"zaad\": " + plan.seed() + ", \"schooljaren\": [" + years() + "],\n\"scholen\": [");
        }

        private String years() {
            return IntStream.rangeClosed(plan.firstYear(), plan.lastYear())
                    .mapToObj(year -> "\"" + year + "-" + (year + 1) + "\"")
                    .collect(Collectors.joining(", "));
        }

        @Override
        public void write(School school) throws IOException {
            for (Site site : school.sites()) {
                schools.write(site);
                tally.children += site.children().size();
            }
            registers.write(school);
            truth.write(school);
            accounts.school(school);
            String sites = school.sites().stream()
                    .map(site -> "\"" + site.code() + "\"")
                    .collect(Collectors.joining(", "));
            index.write(String.format(
                    Locale.ROOT,
                    "%s%n{\"brin\": \"%s\", \"naam\": \"%s\", \"vestigingen\": [%s]}",
                    tally.schools++ == 0 ? "" : ",",
                    school.brin(),
                    school.name(),
                    sites));
        }

        @Override
        public WorldCounts finish() throws IOException {
            registers.finish();
            WorldCounts counts = tally.counts(registers.persons());
            index.write(String.format(
                    Locale.ROOT,
                    "%n],%n\"kinderen\": %d, \"leerlingrijen\": %d, \"resultaten\": %d, \"personen\": %d}%n",
                    counts.children(),
                    counts.pupilRows(),
                    counts.results(),
                    counts.registerPersons()));
            return counts;
        }

        @Override
        public void close() throws IOException {
            index.close();
            accounts.close();
            truth.close();
            registers.close();
        }
    }
}
