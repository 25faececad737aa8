package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.VerificationKey;
import nl.schakel.audit.command.RunningWitness;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** The service with a witness in another process: confirmed, and found out when last night's backup is put back. */
class WitnessIT {
    private static final int ROUNDS = 3_000;
    private static final String SIGNED = "select coalesce(max(size), 0) from audit.cosignature";
    private static final String NOT_WITNESSED = "Niet getuigd";

    @Test
    void a_witness_confirms_the_log_and_contradicts_a_backup_that_was_put_back() throws Exception {
        Path home = RunningService.newHome();
        Path folder = home.resolve("getuige");
        VerificationKey witnessKey = RunningWitness.ed25519(RunningWitness.made(folder, "getuige.example/fg"));
        String log = "log " + logKey().line() + "\n";
        Path known = Files.writeString(home.resolve("logboeken"), log + "quorum none\n");
        try (RunningWitness witness = RunningWitness.start(folder, known)) {
            Path policy = Files.writeString(
                    home.resolve("beleid"),
                    log + "witness fg " + witnessKey.line() + " " + witness.url() + "\nquorum fg\n");
            Map<String, String> properties = Map.of("schakel.logboek.beleid-bestand", policy.toString());
            try (RunningService service = RunningService.start(home, properties)) {
                awaitNumber(service, SIGNED, 0);
                assertThat(start(service)).doesNotContain(NOT_WITNESSED).doesNotContain("weerspreekt");
            }
            copy(home.resolve("pgdata"), home.resolve("backup"));
            try (RunningService service = RunningService.start(home, properties)) {
                long backedUp = awaitNumber(service, SIGNED, 0);
                assertThat(start(service)).doesNotContain("weerspreekt"); // signing in is an entry
                awaitNumber(service, SIGNED, backedUp);
            }
            copy(home.resolve("backup"), home.resolve("pgdata"));
            try (RunningService service = RunningService.start(home, properties)) {
                awaitNumber(
                        service,
                        "select count(*) from audit.witness_contact where outcome in ('ROLLED_BACK', 'CONTRADICTED')",
                        0);
                assertThat(start(service)).contains("Een getuige weerspreekt het logboek");
            }
        }
    }

    @Test
    void without_a_policy_every_page_says_that_nobody_confirms_the_log() throws Exception {
        assertThat(start(RunningService.shared())).contains(NOT_WITNESSED);
        CommandLine help = CommandLine.schakel("witness", "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.output()).contains("--nieuwe-sleutel", "--logboeken");
    }

    /** The key of the example store: its public half is published as a check value. */
    private static VerificationKey logKey() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("keys-example/FINGERPRINTS"));
        String hex = lines.stream()
                .filter(line -> line.startsWith("log checkpoint "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
        return VerificationKey.of(
                "schakel.example/logboek", SignatureType.ED25519, HexFormat.of().parseHex(hex));
    }

    private static String start(RunningService service) throws Exception {
        return PortalClient.of(service, "beheer").get("start").body();
    }

    private static long awaitNumber(RunningService service, String sql, long above) throws SQLException {
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement()) {
            for (int round = 0; round < ROUNDS; round++) {
                try (ResultSet row = statement.executeQuery("select (" + sql + "), pg_sleep(0.05)")) {
                    row.next();
                    if (row.getLong(1) > above) {
                        return row.getLong(1);
                    }
                }
            }
        }
        throw new AssertionError("nothing comes of: " + sql);
    }

    private static void copy(Path from, Path to) throws Exception {
        Process remove = new ProcessBuilder("rm", "-rf", to.toString()).start();
        assertThat(remove.waitFor()).isZero();
        Process copy = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start();
        assertThat(copy.waitFor()).isZero();
    }
}
