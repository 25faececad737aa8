package journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** The service on a database server that it did not start, prepared by {@code deploy/db-roles.sql}. */
class ExternalDatabaseIT {
    private static final List<String> ROLES =
            List.of("migrator", "school", "link", "cold", "account", "log", "auditor");
    private static final String RULES =
            "host schakel postgres 127.0.0.1/32 trust\nhost schakel all 127.0.0.1/32 scram-sha-256\n";

    @Test
    void serves_from_a_server_whose_roles_were_made_by_the_script_and_starts_none_of_its_own() throws Exception {
        Path folder = RunningService.newHome();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("pgdata"))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start()) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database schakel");
            }
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/schakel";
            prepare(url, folder.resolve("pgdata/pg_hba.conf"));
            Path home = RunningService.newHome();
            try (RunningService service = RunningService.start(home, properties(url, folder))) {
                HttpResponse<String> answer = deliver(service);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                assertThat(home.resolve("pgdata")).doesNotExist();
            }
            assertThat(rows(url)).isEqualTo(1);
        }
    }

    private static void prepare(String url, Path rules) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String command : script()) {
                if (command.endsWith("\\gexec")) {
                    statement.execute(text(statement, command.replace("\\gexec", "")));
                } else {
                    statement.execute(command);
                }
            }
            Files.writeString(rules, RULES);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** The script's commands with the passwords in their places, as psql would send them. */
    private static List<String> script() throws IOException {
        List<String> commands = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("deploy/db-roles.sql"))) {
            if (!line.isBlank() && !line.startsWith("--") && !line.startsWith("\\")) {
                commands.add(line.replaceAll(":'([a-z]+)_password'", "'$1-wachtwoord'")
                        .replaceAll(";$", "")
                        .strip());
            }
        }
        return commands;
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Map<String, String> properties(String url, Path folder) throws IOException {
        Map<String, String> properties = new HashMap<>();
        properties.put("schakel.db.url", url);
        for (String role : ROLES) {
            Path file = Files.writeString(folder.resolve(role), role + "-wachtwoord\n");
            properties.put("schakel.db.wachtwoord-bestand." + role, file.toString());
        }
        return properties;
    }

    private static HttpResponse<String> deliver(RunningService service) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.uri("api/v1/leveringen"))
                .header("Authorization", "Bearer " + Accounts.of("school-99xx").token())
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", "extern-0001")
                .POST(BodyPublishers.ofByteArray(MadeUpFiles.pupils("99XX", 3)))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static long rows(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from delivery.delivery")) {
            row.next();
            return row.getLong(1);
        }
    }
}
