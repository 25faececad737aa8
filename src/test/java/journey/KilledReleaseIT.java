package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * The service is killed as by {@code kill -9} at a named step of an extract or a release, and started again on the same
 * data. A table lock holds the request at the step until the process is gone.
 */
class KilledReleaseIT {
    private static final List<String> TABLES = List.of(
            "extract.extract",
            "extract.member",
            "release.release",
            "release.chunk",
            "release.approval",
            "audit.written");
    private final PlayedWorld world = PlayedWorld.shared();

    @Test
    void an_extract_killed_while_its_package_is_stored_leaves_nothing_and_is_built_when_asked_again() throws Exception {
        String study = StudyWishes.approved(world, "begrijpend_lezen_m");
        List<Long> before = counts();

        killAt("release.chunk", "steward", "onderzoeken/" + study + "/extracten");

        assertThat(counts()).isEqualTo(before);
        String extract = StudyWishes.built(world, study, "na-de-breuk");
        assertThat(StudyWishes.built(world, study, "na-de-breuk"))
                .as("the same request again")
                .isEqualTo(extract);
        assertThat(count("extract.extract where study_id = '" + study + "'")).isEqualTo(1);
        assertThat(released(extract)).contains("\"staat\":\"RELEASED\"");
    }

    @Test
    void a_release_killed_before_its_entry_is_written_stays_at_one_approval_and_is_released_when_asked_again()
            throws Exception {
        String extract = StudyWishes.built(world, StudyWishes.approved(world, "spelling_m"), "eerste");
        String path = "extracten/" + extract + "/vrijgaven";
        TokenClient.Answer first = world.as("steward").post(path, "{}");
        assertThat(first.body()).contains("\"staat\":\"BUILT\"");
        List<Long> before = counts();

        killAt("audit.pending", "privacy", path);

        assertThat(counts()).isEqualTo(before);
        assertThat(world.as("privacy").get("vrijgaven/" + first.id()).body()).contains("\"staat\":\"BUILT\"");
        assertThat(world.as("privacy").post(path, "{}").body()).contains("\"staat\":\"RELEASED\"");
        assertThat(world.as("privacy").post(path, "{}").body()).contains("\"staat\":\"RELEASED\"");
        assertThat(count("release.approval where release_id = '" + first.id() + "'"))
                .isEqualTo(2);
    }

    /** Posts; kills the service when the request waits for the table; starts it again. */
    private void killAt(String table, String user, String path) throws Exception {
        TokenClient client = world.as(user);
        List<CompletableFuture<?>> requests = new ArrayList<>();
        world.service().killAt(table, () -> requests.add(client.begin(path, "{}")));
        assertThat(requests.get(0).handle((answer, failure) -> failure).get())
                .as("the request ends without an answer")
                .isNotNull();
        world.startAgain();
    }

    private String released(String extract) throws Exception {
        world.as("steward").post("extracten/" + extract + "/vrijgaven", "{}");
        return world.as("privacy")
                .post("extracten/" + extract + "/vrijgaven", "{}")
                .body();
    }

    private List<Long> counts() throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (String table : TABLES) {
            counts.add(count(table));
        }
        return counts;
    }

    private long count(String table) throws SQLException {
        try (Connection connection = world.service().superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
