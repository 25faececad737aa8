package nl.schakel.audit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import nl.schakel.audit.ASigner;
import nl.schakel.audit.ATree;
import nl.schakel.audit.AddCheckpoint;
import nl.schakel.audit.Cosigner;
import nl.schakel.audit.Note;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.Signatures;
import nl.schakel.audit.VerificationKey;
import nl.schakel.audit.Witness;
import nl.schakel.audit.WitnessFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real witness in a process of its own, asked over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WitnessProcessTest {
    private static final Signatures CHECK =
            ServiceLoader.load(Signatures.class).findFirst().orElseThrow();
    private static final String ORIGIN = "schakel.example/logboek";
    private static final String NAME = "getuige.example/fg";
    private static final ASigner LOG = ASigner.log(ORIGIN, 1);

    private final ATree tree = new ATree(ORIGIN).grow(40, "regel");

    @SuppressWarnings("NullAway.Init")
    private Path place;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path policy;

    private List<VerificationKey> keys = List.of();

    @BeforeAll
    void make(@TempDir Path temporary) throws Exception {
        place = temporary;
        folder = place.resolve("getuige");
        policy = Files.writeString(place.resolve("beleid"), "log " + LOG.key().line() + "\nquorum none\n");
        keys = RunningWitness.made(folder, NAME);
    }

    private boolean isSigned(HttpResponse<String> answer, int size) {
        Note note = Note.read(tree.note(size, LOG).value() + answer.body());
        return answer.statusCode() == 200
                && !keys.isEmpty()
                && keys.stream().allMatch(key -> note.signedBy(key, CHECK));
    }

    @Test
    void a_witness_has_a_folder_and_keys_of_its_own_and_never_another_pair() throws Exception {
        assertThat(keys).hasSize(2).allMatch(key -> key.name().equals(NAME));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("getuige.bcfks"))))
                .isEqualTo("rw-------");
        String passphrase = RunningWitness.passphrase(folder).toString();
        assertThat(RunningWitness.ended(
                        1, "--nieuwe-sleutel", NAME, "--map", folder.toString(), "--wachtzin-bestand", passphrase))
                .contains("de map bestaat al");
        Path other = place.resolve("anders");
        assertThat(RunningWitness.ended(
                        1,
                        "--nieuwe-sleutel",
                        "met spatie",
                        "--map",
                        other.toString(),
                        "--wachtzin-bestand",
                        passphrase))
                .contains("bevat een spatie of plus");
        assertThat(RunningWitness.ended(
                        1, "--nieuwe-sleutel", NAME, "--map", other.toString(), "--wachtzin-bestand", policy + ".weg"))
                .contains("de sleutels zijn niet te gebruiken");
        assertThat(other).doesNotExist();
    }

    @Test
    void it_answers_as_the_protocol_says_and_remembers_over_a_kill() throws Exception {
        ATree other = tree.branch(20).grow(20, "anders");
        try (RunningWitness witness = RunningWitness.start(folder, policy)) {
            assertThat(isSigned(witness.add(tree.request(0, 25, LOG).value()), 25))
                    .isTrue();
            assertThat(witness.add(tree.request(26, 30, LOG).value()).statusCode())
                    .isEqualTo(409);
            witness.kill();
        }
        try (RunningWitness witness = RunningWitness.start(folder, policy)) {
            HttpResponse<String> rolledBack =
                    witness.add(tree.request(10, 20, LOG).value());
            assertThat(rolledBack.statusCode()).isEqualTo(409);
            assertThat(rolledBack.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
            assertThat(rolledBack.body()).isEqualTo("25\n");
            HttpResponse<String> otherRoot =
                    witness.add(other.request(25, 25, LOG).value());
            assertThat(otherRoot.statusCode()).isEqualTo(409);
            assertThat(otherRoot.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
            assertThat(witness.add(other.request(25, 40, LOG).value()).statusCode())
                    .isEqualTo(422);
            ASigner stranger = ASigner.log(ORIGIN, 9);
            assertThat(witness.add(tree.request(25, 30, stranger).value()).statusCode())
                    .isEqualTo(403);
            ATree foreign = new ATree("anders.example").grow(5, "regel");
            assertThat(witness.add(foreign.request(0, 5, stranger).value()).statusCode())
                    .isEqualTo(404);
            assertThat(witness.add("old 25\n").statusCode()).isEqualTo(400);
            assertThat(witness.add(tree.request(25, 30, LOG).value().replace("old 25", "old 31"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(isSigned(witness.add(tree.request(25, 40, LOG).value()), 40))
                    .isTrue();
        }
        assertThat(folder).isDirectoryContaining(file -> file.toString().endsWith(".tegenspraak"));
    }

    @Test
    void what_is_no_request_of_the_protocol_is_turned_away() throws Exception {
        Path own = place.resolve("derde");
        RunningWitness.made(own, "getuige.example/derde");
        try (RunningWitness witness = RunningWitness.start(own, policy)) {
            URI add = URI.create(witness.url() + "/add-checkpoint");
            assertThat(RunningWitness.send(HttpRequest.newBuilder(add)).statusCode())
                    .isEqualTo(405);
            assertThat(RunningWitness.send(HttpRequest.newBuilder(URI.create(witness.url() + "/")))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(RunningWitness.send(HttpRequest.newBuilder(URI.create(add + "/x"))
                                    .POST(HttpRequest.BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(witness.add("x".repeat(AddCheckpoint.MAX_LENGTH + 1)).statusCode())
                    .isEqualTo(413);
            assertThat(witness.add("").statusCode()).isEqualTo(400);
            assertThat(RunningWitness.ended(1, arguments(own, policy))).contains("in gebruik bij een andere getuige");
        }
        Path none = Files.writeString(place.resolve("geen"), "quorum none\n");
        assertThat(RunningWitness.ended(1, arguments(own, none))).contains("noemt geen logboek");
        Path wrong = Files.writeString(place.resolve("fout"), "log x\nquorum none\n");
        assertThat(RunningWitness.ended(1, arguments(own, wrong))).contains("regel 1 van het beleid");
        Files.writeString(own.resolve("getuige.vkey"), keys.get(0).line() + "\n");
        assertThat(RunningWitness.ended(1, arguments(own, policy))).contains("de sleutels zijn niet die van");
    }

    private static String[] arguments(Path folder, Path policy) {
        return new String[] {
            "--logboeken",
            policy.toString(),
            "--map",
            folder.toString(),
            "--wachtzin-bestand",
            RunningWitness.passphrase(folder).toString(),
            "--poort",
            "0"
        };
    }

    @Test
    void a_witness_killed_between_remembering_and_signing_signs_that_checkpoint_and_no_other() throws Exception {
        Path own = Files.createDirectory(place.resolve("gestopt"));
        String request = tree.request(0, 25, LOG).value();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StoppedWitness.class.getName(),
                        own.toString(),
                        LOG.key().line(),
                        request)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("@stopped");
        process.destroyForcibly().waitFor();
        try (WitnessFolder memory = WitnessFolder.open(own)) {
            assertThat(memory.last(ORIGIN)).contains(tree.checkpoint(25));
            Witness again = new Witness(
                    new Witness.Tools(List.of(LOG.key()), new SigningCosigner(), memory, CHECK), Clock.systemUTC());
            ATree other = tree.branch(20).grow(20, "anders");
            assertThat(add(again, other.request(25, 25, LOG))).isInstanceOf(Witness.Answer.OtherRoot.class);
            assertThat(add(again, other.request(0, 30, LOG))).isInstanceOf(Witness.Answer.OtherSize.class);
            assertThat(add(again, tree.request(25, 25, LOG))).isInstanceOf(Witness.Answer.Cosigned.class);
        }
    }

    private static Witness.Answer add(Witness witness, AddCheckpoint request) {
        return witness.add(request.value().getBytes(StandardCharsets.UTF_8));
    }

    private static final class SigningCosigner implements Cosigner {
        private static final ASigner SIGNER = ASigner.witness("getuige.example/w", 3);

        @Override
        public List<VerificationKey> keys() {
            return List.of(SIGNER.key());
        }

        @Override
        public List<NoteSignature> cosign(String text, long time) {
            return List.of(SIGNER.sign(text, time));
        }
    }
}
