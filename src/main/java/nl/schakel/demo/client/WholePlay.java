package nl.schakel.demo.client;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.schakel.demo.PlayPlan;
import nl.schakel.demo.PlayReport;
import nl.schakel.demo.PlayStopped;
import nl.schakel.demo.Player;
import nl.schakel.demo.Progress;
import nl.schakel.demo.client.WorldIndex.PlayedSite;

/** The whole story: schools, operator, researcher, the two reviewers, the package; and a study that is refused. */
public final class WholePlay implements Player {
    private static final int SCHOOLS_AT_ONCE = 4;
    private static final String SCHOOLS = "Scholen leveren aan";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Clock clock = Clock.systemUTC();

    /** For {@link java.util.ServiceLoader}. */
    public WholePlay() {}

    @Override
    public PlayReport play(PlayPlan plan, Progress progress) throws IOException, InterruptedException {
        WorldIndex world = new WorldIndex(plan.world());
        PlayReport report = new PlayReport();
        schools(plan, world, report, progress);
        OperatorRole operator = new OperatorRole(api(plan, world.account("beheer")), report);
        operator.loadRegisters(world.register());
        progress.ended("Registers laden", "geladen");
        operator.link();
        progress.ended("Koppelen", "klaar");
        studies(plan, world, report, progress);
        signIns(plan, world, report);
        return report;
    }

    private Api api(PlayPlan plan, Account account) {
        return new Api(http, plan.service(), account);
    }

    private void schools(PlayPlan plan, WorldIndex world, PlayReport report, Progress progress)
            throws IOException, InterruptedException {
        List<PlayedSite> sites = world.sites();
        SchoolRole.announce(report);
        ExecutorService pool = Executors.newFixedThreadPool(SCHOOLS_AT_ONCE);
        try {
            ExecutorCompletionService<String> running = new ExecutorCompletionService<>(pool);
            for (PlayedSite site : sites) {
                running.submit(() -> {
                    new SchoolRole(api(plan, site.account()), site, report).play(world.schoolYears());
                    return site.id();
                });
            }
            for (int done = 1; done <= sites.size(); done++) {
                running.take().get();
                progress.at(SCHOOLS, done, sites.size());
            }
        } catch (ExecutionException e) {
            throw stopped(e);
        } finally {
            pool.shutdownNow();
        }
        progress.ended(SCHOOLS, sites.size() + " vestigingen");
    }

    private static RuntimeException stopped(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return cause instanceof RuntimeException known ? known : new PlayStopped(String.valueOf(cause));
    }

    private void studies(PlayPlan plan, WorldIndex world, PlayReport report, Progress progress)
            throws IOException, InterruptedException {
        Account researcher = world.account("onderzoeker");
        StudyRole study = new StudyRole(
                api(plan, researcher), api(plan, world.account("steward")), api(plan, world.account("privacy")));
        ResearcherTool tool = new ResearcherTool(plan);
        String publicKey = tool.publicKey();
        String endDate = LocalDate.now(clock).plusYears(2).toString();

        String id = study.approved(Wishes.growth(world.schoolYears()).json(publicKey, endDate));
        progress.ended("Onderzoek aanvragen", "goedgekeurd door twee beoordelaars");
        JsonObject extract = Extracts.built(study.build(id), report);
        progress.ended("Extract maken", extract.getString("id"));
        String release = study.released(extract.getString("id"));
        progress.ended("Vrijgeven", "door twee personen");
        Extracts.fetched(tool.fetch(release, researcher), plan, release, report);
        progress.ended("Ophalen", "ontsleuteld en gecontroleerd");

        String bold = study.approved(Wishes.tooMuch(world.schoolYears()).json(publicKey, endDate));
        Extracts.refused(study.build(bold), report);
        progress.ended("Tweede onderzoek", "geweigerd, zoals het hoort");
    }

    private static void signIns(PlayPlan plan, WorldIndex world, PlayReport report) {
        report.note("Adres", plan.service().toString());
        boolean school = false;
        for (Account account : world.accounts().values()) {
            if (!account.role().equals("SCHOOL") || !school) {
                report.note("Aanmelden als " + account.user(), account.passPhrase());
                school |= account.role().equals("SCHOOL");
            }
        }
    }
}
