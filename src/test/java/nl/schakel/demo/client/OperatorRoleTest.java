package nl.schakel.demo.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.schakel.demo.PlayReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorRoleTest {
    private static final Account ACCOUNT = new Account("beheer", "Bert", "OPERATOR", "vier woorden", "sch_b");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void sends_the_manifest_first_and_then_the_files_in_its_order() throws Exception {
        Files.writeString(
                folder.resolve("manifest.json"),
                "{\"referentiedatum\":\"2021-10-01\",\"bestanden\":["
                        + "{\"naam\":\"B.csv\",\"type\":\"B\",\"rijen\":2,\"sha256\":\"\"},"
                        + "{\"naam\":\"A.csv\",\"type\":\"A\",\"rijen\":1,\"sha256\":\"\"}]}");
        Files.writeString(folder.resolve("A.csv"), "inhoud van A");
        Files.writeString(folder.resolve("B.csv"), "inhoud van B");
        PlayReport report = new PlayReport();
        try (FakeService service = new FakeService().on("POST registerleveringen", 201, "{}")) {
            new OperatorRole(new Api(HttpClient.newHttpClient(), service.uri(), ACCOUNT), report).loadRegisters(folder);
            String body = service.calls().get(0).text();
            assertThat(service.calls().get(0).type()).startsWith("multipart/form-data; boundary=");
            assertThat(body)
                    .containsSubsequence("referentiedatum", "inhoud van B", "inhoud van A")
                    .endsWith("--\r\n");
        }
        assertThat(report.count("Registerrijen geladen")).isEqualTo(3);
    }
}
