package nl.schakel.demo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.schakel.demo.PlayReport;
import nl.schakel.demo.PlayStopped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchoolRoleTest {
    private static final String RECEIPT = "{\"id\":\"7\",\"aantallen\":{\"regels\":5,\"opgenomen\":3,\"geweigerd\":1,"
            + "\"alBekend\":0,\"bezwaar\":1,\"geenToestemming\":0},"
            + "\"geweigerdPerRegel\":[{\"code\":\"LV-0114\",\"aantal\":1,\"verwacht\":\"een nummer\"}]}";
    private static final Account ACCOUNT = new Account("school-99aa", "De Proef", "SCHOOL", "vier woorden", "sch_x");

    @TempDir
    private Path folder = Path.of("");

    private final PlayReport report = new PlayReport();
    private FakeService service = new FakeService();

    SchoolRoleTest() throws IOException {}

    @BeforeEach
    void files() throws IOException {
        Path year = Files.createDirectories(folder.resolve("2020-2021"));
        Files.writeString(year.resolve("leerlingen.xml"), "<EDEX/>");
        Files.writeString(year.resolve("resultaten.xml"), "<r/>");
        Files.writeString(year.resolve("sociaal-emotioneel.csv"), "leerlingid\n");
        Files.writeString(
                folder.resolve("bezwaren.csv"),
                "vestiging;leerlingsleutel;vanaf;wanneer\n99AA00;A1;2020-09-01;voor\n99AA00;A2;2020-09-01;na\n");
        Files.writeString(
                folder.resolve("toestemmingen.csv"),
                """
                vestiging;leerlingsleutel;besluit;gever;doel;instrument;tekstversie;bewijs;gegevenOp;geboortejaar
                99AA00;A1;gegeven;ouder-1;sociaal-emotioneel;*;1;formulier;2020-09-05;2012
                """);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void delivers_pupils_before_parents_answers_and_these_before_results() throws Exception {
        willing();
        play();
        assertThat(service.calls().stream().map(call -> call.method() + " " + call.path()))
                .containsExactly(
                        "POST leveringen",
                        "POST leveringen/7/goedkeuring",
                        "POST bezwaren",
                        "POST toestemmingen",
                        "POST leveringen",
                        "POST leveringen/7/goedkeuring",
                        "POST leveringen?schooljaar=2020-2021&vestiging=00",
                        "POST leveringen/7/goedkeuring",
                        "POST bezwaren");
    }

    @Test
    void sends_each_file_as_it_is_with_the_schools_own_token() throws Exception {
        willing();
        play();
        assertThat(service.calls()).allMatch(call -> call.token().equals("Bearer sch_x"));
        assertThat(service.calls().get(0).text()).isEqualTo("<EDEX/>");
        assertThat(service.calls().get(0).type()).isEqualTo("application/xml");
        assertThat(service.calls().get(6).type()).isEqualTo("text/csv");
    }

    @Test
    void records_what_parents_say_under_the_names_of_the_api() throws Exception {
        willing();
        play();
        assertThat(service.calls().get(2).text())
                .contains("\"leerlingsleutel\":\"A1\"", "\"vestiging\":\"99AA00\"")
                .doesNotContain("A2");
        assertThat(service.calls().get(3).text()).contains("\"besluit\":\"gegeven\"", "\"gegevenOp\":\"2020-09-05\"");
    }

    @Test
    void adds_up_the_receipts_by_outcome_and_by_rule() throws Exception {
        willing();
        play();
        assertThat(report.count("Regels aangeleverd")).isEqualTo(15);
        assertThat(report.count("  achtergehouden: bezwaar")).isEqualTo(3);
        assertThat(report.count("    LV-0114 verwacht: een nummer")).isEqualTo(3);
    }

    @Test
    void stops_at_a_refusal_and_says_what_the_service_said() {
        service.on(
                "POST leveringen",
                409,
                "{\"type\":\"/problemen/bezet\",\"title\":\"Bezet\",\"detail\":\"Wacht even\"}");
        assertThatThrownBy(this::play)
                .isInstanceOf(PlayStopped.class)
                .hasMessageContaining("school-99aa")
                .hasMessageContaining("409 Bezet Wacht even");
    }

    @Test
    void stops_at_an_answer_that_is_no_json() {
        service.on("POST leveringen", 500, "<html>");
        assertThatThrownBy(this::play).isInstanceOf(PlayStopped.class).hasMessageContaining("500");
    }

    private void willing() {
        service.on("POST leveringen/7/goedkeuring", 200, RECEIPT)
                .on("POST leveringen", 201, RECEIPT)
                .on("POST bezwaren", 201, "[]")
                .on("POST toestemmingen", 201, "[]");
    }

    private void play() throws IOException, InterruptedException {
        Api api = new Api(HttpClient.newHttpClient(), service.uri(), ACCOUNT);
        new SchoolRole(api, new WorldIndex.PlayedSite(ACCOUNT, "99AA00", folder), report).play(List.of("2020-2021"));
    }
}
