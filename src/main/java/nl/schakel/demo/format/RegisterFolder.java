package nl.schakel.demo.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.schakel.demo.Child;
import nl.schakel.demo.Enrolment;
import nl.schakel.demo.EnrolmentOffice;
import nl.schakel.demo.Household;
import nl.schakel.demo.School;
import nl.schakel.demo.Site;
import nl.schakel.demo.TestSchools;
import nl.schakel.demo.WorldPlan;

/**
 * Writes the registers, with the field names of the CBS microdata catalogue: enrolments keyed by number, person files keyed
 * by RINPERSOON, the bridge between the two, and a manifest. The reference date is 1 October of the last school year.
 */
final class RegisterFolder implements Closeable {
    private static final String UNKNOWN = "----";
    private static final String[] SCHOOLING = {UNKNOWN, "1210", "2110", "3112"};

    private final Path folder;
    private final WorldPlan plan;
    private final List<CsvFile> files = new ArrayList<>();
    private final CsvFile bridge;
    private final CsvFile enrolments;
    private final CsvFile persons;
    private final CsvFile schooling;
    private final CsvFile incomes;
    private final CsvFile households;

    RegisterFolder(Path folder, WorldPlan plan) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.plan = plan;
        this.bridge = table("KOPPELTABEL", "PGN;RINPERSOONS;RINPERSOON;GESLACHT;GEBOORTEDATUM");
        this.enrolments = table(
                "INSCHRWPOTAB",
                "PGN;WPOBRIN;WPOBRINVEST;WPOTYPEPO;WPOLEERJAAR;WPOVERBLIJFSJRBO;WPODENOMINATIE;WPOREKENEN;WPOTAALLV;"
                        + "WPOTAALTV;WPOTOETSADVIES;WPOADVIESVO;WPOADVIESHERZ;WPOCODEEINDTOETS;WPOUITSLEINDT");
        this.persons = table(
                "GBAPERSOONTAB",
                "RINPERSOONS;RINPERSOON;GBAGESLACHT;GBAGEBOORTEJAAR;GBAGEBOORTEMAAND;GBAGEBOORTEDAG;GBAGENERATIE;"
                        + "GBAHERKOMSTGROEPERING;GBAHERKOMSTLAND;GBAGEBOORTELANDNL;GBAAANTALOUDERSBUITENLAND");
        this.schooling = table("HOOGSTEOPLTAB", "RINPERSOONS;RINPERSOON;OPLNIVSOI2021AGG4HBmetNIRWO;GEWICHTHOOGSTEOPL");
        this.incomes = table("INHATAB", "RINPERSOONS;RINPERSOON;INHP100HGEST;INHGESTINKH");
        this.households = table("GBAHUISHOUDENSBUS", "RINPERSOONS;RINPERSOON;DATUMAANVANGHH;DATUMEINDEHH;TYPHH");
    }

    private CsvFile table(String type, String header) throws IOException {
        CsvFile file = new CsvFile(folder.resolve(type + ".csv"), header.split(";"));
        files.add(file);
        return file;
    }

    void write(School school) throws IOException {
        for (Site site : school.sites()) {
            for (Child child : site.children()) {
                child(child, site.brin(), site.code(), site.denomination());
            }
        }
        for (Child child : school.neighbours()) {
            child(child, TestSchools.outsider(school.index()), "00", "Openbaar");
        }
    }

    private void child(Child child, String brin, String site, String denomination) throws IOException {
        if (!child.registered()) {
            return;
        }
        bridge.row(child.number(), "R", child.rin(), child.girl() ? 2 : 1, child.birth());
        var enrolment = new EnrolmentOffice(plan).enrolment(child);
        if (enrolment.isPresent()) {
            enrolment(child, brin, site, denomination, enrolment.get());
        }
        person(child);
        household(child);
    }

    private void enrolment(Child child, String brin, String site, String denomination, Enrolment e) throws IOException {
        enrolments.row(
                child.number(),
                brin,
                site,
                "BO",
                e.grade(),
                e.years(),
                denomination,
                e.maths(),
                e.reading(),
                e.care(),
                e.testAdvice(),
                e.advice(),
                e.revised(),
                e.endScore().isEmpty() ? "" : "0011",
                e.endScore());
    }

    private void person(Child child) throws IOException {
        Household home = child.household();
        persons.row(
                "R",
                child.rin(),
                child.girl() ? 2 : 1,
                child.birth().getYear(),
                String.format(Locale.ROOT, "%02d", child.birth().getMonthValue()),
                String.format(Locale.ROOT, "%02d", child.birth().getDayOfMonth()),
                home.generation(),
                home.origin().country(),
                home.origin().country(),
                home.generation() == 1 ? 0 : 1,
                home.parentsAbroad());
    }

    private void household(Child child) throws IOException {
        Household home = child.household();
        schooling.row("R", child.rin(), SCHOOLING[home.schooling()], home.schooling() == 0 ? "" : "1.0");
        incomes.row("R", child.rin(), home.incomePercentile(), 12_000 + 450 * home.incomePercentile());
        households.row("R", child.rin(), child.birth().toString().replace("-", ""), "88888888", home.type());
    }

    /** The rows of the bridge file. */
    long persons() {
        return bridge.rows();
    }

    /** Closes the files and writes the manifest, in the order in which they are to be read: bridge first. */
    void finish() throws IOException {
        close();
        String list = files.stream().map(RegisterFolder::line).collect(Collectors.joining(",\n"));
        Files.writeString(
                folder.resolve("manifest.json"),
                "{\"referentiedatum\": \"" + plan.lastYear() + "-10-01\",\n\"bestanden\": [\n" + list + "\n]}\n");
    }

    private static String line(CsvFile file) {
        return String.format(
                Locale.ROOT,
                "{\"naam\": \"%s\", \"type\": \"%s\", \"rijen\": %d, \"sha256\": \"%s\"}",
                file.name(),
                file.name().replace(".csv", ""),
                file.rows(),
                file.sha256Hex());
    }

    @Override
    public void close() throws IOException {
        for (CsvFile file : files) {
            file.close();
        }
    }
}
