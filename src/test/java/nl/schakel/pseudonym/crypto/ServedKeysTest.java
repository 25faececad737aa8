package nl.schakel.pseudonym.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderProcess;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.KeysAway;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.pseudonym.KeyProcess;
import nl.schakel.pseudonym.KeyProcess.NotServed;
import nl.schakel.pseudonym.KeyProcess.Place;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.KnownKeys;
import nl.schakel.pseudonym.PseudonymRefused;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.SeriesInForce;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.SchoolSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holder A's example keys behind a socket, against the same keys in this process. */
class ServedKeysTest {
    private static final long SEED = 20261122;
    private static final Path EXAMPLE = Path.of("keys-example");
    private static final KeyAnswers ANSWERS = KeyAnswers.of(store("a"));
    private static final KnownKeys ANY = (keyId, checkValue) -> true;

    @TempDir
    private Path folder = Path.of("");

    private Path socket = Path.of("");

    @BeforeEach
    void choose_a_place() {
        socket = folder.resolve("own").resolve("a.sock");
    }

    @Test
    void the_process_gives_the_values_of_the_same_keys_in_this_process() throws IOException {
        HolderA here = HolderA.of(store("a"));
        HolderB b = new HolderB(store("b"), 1);
        try (KeyServed served = new KeyServed(socket, ANSWERS)) {
            HolderA there = HolderA.of(HolderProcess.open(socket, ExampleKeys.ALLOWED));
            Pseudonymizer direct = new DirectPseudonymizer(here, b.layers());
            Pseudonymizer over = new DirectPseudonymizer(there, b.layers());
            List<Pgn> numbers = numbers(300);
            assertThat(over.linkage(numbers)).as("seed %d", SEED).isEqualTo(direct.linkage(numbers));
            assertThat(over.linkage(numbers.get(0))).isEqualTo(direct.linkage(numbers.get(0)));
            SchoolSite site = SchoolSite.parse("99AA00").orElseThrow();
            LocalPupilKey key = new LocalPupilKey("leerling 1");
            assertThat(over.local(site, "", key)).isEqualTo(direct.local(site, "", key));
            byte[] value = {1};
            assertThat(over.scoped(TokenKind.SEX, numbers.get(1), value))
                    .isEqualTo(direct.scoped(TokenKind.SEX, numbers.get(1), value));
            assertThat(over.fileDigest().finish()).isEqualTo(direct.fileDigest().finish());
            assertThat(there.oprf(1).publicKey()).isEqualTo(here.oprf(1).publicKey());
            List<CurvePoint> points = points(5000);
            assertThat(new ProcessKeys(HolderProcess.open(socket, ExampleKeys.ALLOWED), "oprf").multiply(points))
                    .containsExactlyElementsOf(here.oprf(1).blindEvaluate(points));
            assertThat(served).isNotNull();
        }
    }

    @Test
    void the_published_values_come_out_behind_a_socket() throws IOException {
        var file = Vectors.file("lvs-psn-1.json");
        Oprf oprf = new Oprf(new SecretScalar(Vectors.secret(file.getString("oprf_scalar"))).multiplier());
        try (KeyServed served = new KeyServed(socket, answers(oprf))) {
            Oprf over = HeldKeys.oprf(HolderProcess.open(socket, ExampleKeys.ALLOWED), "oprf");
            for (var vector : Vectors.list(file, "vectors")) {
                assertThat(over.evaluate(Vectors.hex(vector.getString("cid"))))
                        .isEqualTo(Vectors.hex(vector.getString("y")));
            }
            assertThat(served).isNotNull();
        }
    }

    @Test
    void every_version_of_a_key_is_asked_by_its_name_and_one_that_is_not_there_is_missing() throws IOException {
        DrawnKeys drawn = new DrawnKeys(folder, 2);
        KeySeries first = KeySeries.beginning(1);
        KeySeries second = new KeySeries(2, 2, 2, 2);
        try (KeyServed served = new KeyServed(socket, drawn.answers())) {
            HolderProcess process = HolderProcess.open(socket, ExampleKeys.REFUSED);
            HolderA there = HolderA.of(process);
            List<Pgn> numbers = numbers(20);
            for (SeriesInForce series : List.of(
                    new SeriesInForce(first, Optional.empty()),
                    new SeriesInForce(second, Optional.of(first)),
                    new SeriesInForce(second, Optional.empty()))) {
                List<Token> over = drawn.pseudonymizer(there, series).linkage(numbers);
                List<Token> direct = drawn.pseudonymizer(series).linkage(numbers);
                assertThat(over).as("seed %d", SEED).isEqualTo(direct);
                assertThat(over.stream().map(Token::earlier))
                        .isEqualTo(direct.stream().map(Token::earlier).toList());
                assertThat(drawn.pseudonymizer(there, series).fileDigest().finish())
                        .isEqualTo(drawn.pseudonymizer(series).fileDigest().finish());
            }
            assertThat(there.oprf(2).publicKey()).isNotEqualTo(there.oprf(1).publicKey());
            assertThatThrownBy(() -> there.oprf(3)).isInstanceOf(PseudonymRefused.Suspended.class);
            assertThatThrownBy(() -> there.token(3)).isInstanceOf(PseudonymRefused.Suspended.class);
            assertThatThrownBy(() -> new ProcessKeys(process, "oprf/3"))
                    .isInstanceOf(KeysUnavailable.class)
                    .hasMessageContaining("KEY_MISSING");
            assertThat(served).isNotNull();
        }
    }

    @Test
    void the_process_never_sees_the_point_of_a_number_and_no_point_twice() throws IOException {
        List<String> seen = new CopyOnWriteArrayList<>();
        PointMultiplier key = new SecretScalar(Vectors.secret("00".repeat(31) + "05")).multiplier();
        Oprf watched = new Oprf(points -> {
            points.forEach(point -> seen.add(hex(point.compressed())));
            return key.multiply(points);
        });
        try (KeyServed served = new KeyServed(socket, answers(watched))) {
            Oprf over = HeldKeys.oprf(HolderProcess.open(socket, ExampleKeys.ALLOWED), "oprf");
            List<byte[]> inputs = List.of(new byte[] {1}, new byte[] {2}, new byte[] {1});
            assertThat(over.evaluate(inputs))
                    .usingElementComparator(Arrays::compare)
                    .containsExactlyElementsOf(new Oprf(key).evaluate(inputs));
            over.evaluate(inputs.subList(0, 2));
            over.evaluate(inputs.subList(0, 1));
            Oprf.HASH_TO_GROUP.hash(inputs).forEach(point -> assertThat(seen).doesNotContain(hex(point.compressed())));
            assertThat(seen).hasSize(6);
            assertThat(seen.stream().distinct()).hasSize(5);
            assertThat(served).isNotNull();
        }
    }

    @Test
    void a_use_is_refused_while_the_process_is_away_and_the_next_one_after_its_return_works() throws IOException {
        LazyHolder<HolderA> holder = holder(ExampleKeys.ALLOWED, ANY);
        assertAway(holder);
        byte[] before;
        HolderA used;
        try (KeyServed served = new KeyServed(socket, ANSWERS)) {
            used = holder.functions();
            before = used.token(1).tag(new byte[] {1});
            assertThat(served).isNotNull();
        }
        assertThatThrownBy(() -> used.token(1).tag(new byte[] {1}))
                .isInstanceOfSatisfying(
                        KeysAway.class,
                        away -> assertThat(holder.away(away).slug()).isEqualTo("sleutels-niet-beschikbaar"));
        assertAway(holder);
        assertAway(holder);
        try (KeyServed served = new KeyServed(socket, ANSWERS)) {
            assertThat(holder.functions().token(1).tag(new byte[] {1})).isEqualTo(before);
            assertThat(used.token(1).tag(new byte[] {1})).isEqualTo(before);
            assertThat(served).isNotNull();
        }
    }

    @Test
    void a_process_that_was_started_anew_between_two_uses_is_not_noticed() throws IOException {
        HolderA used;
        byte[] before;
        try (KeyServed served = new KeyServed(socket, ANSWERS)) {
            used = HolderA.of(HolderProcess.open(socket, ExampleKeys.ALLOWED));
            before = used.token(1).tag(new byte[] {1});
            assertThat(served).isNotNull();
        }
        try (KeyServed served = new KeyServed(socket, ANSWERS)) {
            assertThat(used.token(1).tag(new byte[] {1})).isEqualTo(before);
            assertThat(served).isNotNull();
        }
        KeyAnswers others = answers(new Oprf(points -> List.of()));
        try (KeyServed served = new KeyServed(socket, others)) {
            assertThatThrownBy(() -> used.token(1).tag(new byte[] {1}))
                    .isInstanceOf(KeysAway.class)
                    .hasMessageContaining("other keys");
            assertThat(served).isNotNull();
        }
    }

    @Test
    void other_keys_and_example_keys_in_earnest_are_refused_until_the_holder_is_opened_anew() throws IOException {
        LazyHolder<HolderA> other = holder(ExampleKeys.ALLOWED, (keyId, checkValue) -> !keyId.equals("oprf"));
        LazyHolder<HolderA> earnest = holder(ExampleKeys.REFUSED, ANY);
        try (KeyServed served = new KeyServed(socket, ANSWERS)) {
            assertAway(other);
            assertAway(earnest);
            assertThatThrownBy(() -> HolderProcess.open(socket, ExampleKeys.REFUSED))
                    .isInstanceOf(KeysUnavailable.class)
                    .hasMessageContaining("EXAMPLE_KEY");
            assertThat(served).isNotNull();
        }
    }

    @Test
    void a_fault_there_is_a_fault_here_and_nothing_is_answered_afterwards() throws IOException {
        Oprf broken = new Oprf(points -> {
            throw new FaultyDerivation("test");
        });
        try (KeyServed served = new KeyServed(socket, answers(broken))) {
            HolderProcess process = HolderProcess.open(socket, ExampleKeys.ALLOWED);
            List<CurvePoint> points = points(1);
            assertThatThrownBy(() -> new ProcessKeys(process, "oprf").multiply(points))
                    .isInstanceOf(FaultyDerivation.class);
            assertThatThrownBy(() -> new ProcessKeys(process, "token").tag(new byte[1]))
                    .isInstanceOf(FaultyDerivation.class);
            assertThat(served).isNotNull();
        }
    }

    @Test
    void a_process_of_another_version_is_away_and_named_so() throws Exception {
        Files.createDirectory(
                socket.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.bind(UnixDomainSocketAddress.of(socket));
            Thread answers = new Thread(() -> {
                try (SocketChannel connection = other.accept()) {
                    connection.read(ByteBuffer.allocate(8));
                    connection.write(ByteBuffer.wrap(HexFormat.of().parseHex("0000000403420000")));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            answers.start();
            assertThatThrownBy(() -> HolderProcess.open(socket, ExampleKeys.ALLOWED))
                    .isInstanceOf(KeysAway.class)
                    .hasMessageContaining("speaks version 3");
            answers.join();
        }
    }

    private static KeyAnswers answers(Oprf oprf) {
        return new KeyAnswers(
                Map.of("token", "00", "oprf", "00"), Map.of("oprf", oprf), Map.of("token", Vectors.key("00")));
    }

    @Test
    void keys_that_cannot_be_used_are_not_served() {
        KeyProcess process = new ServedKeys();
        Place place = new Place(socket, Optional.empty());
        assertThatThrownBy(() -> process.serve(files("a"), ExampleKeys.REFUSED, place, () -> {}))
                .isInstanceOf(NotServed.class)
                .hasMessageContaining("EXAMPLE_KEY");
        assertThatThrownBy(() -> process.serve(files("b"), ExampleKeys.ALLOWED, place, () -> {}))
                .isInstanceOf(NotServed.class)
                .hasMessageContaining("KEY_MISSING");
        assertThatThrownBy(() -> process.serve(files("none"), ExampleKeys.ALLOWED, place, () -> {}))
                .isInstanceOf(NotServed.class)
                .hasMessageContaining("STORE_MISSING");
        assertThat(socket).doesNotExist();
    }

    private LazyHolder<HolderA> holder(ExampleKeys examples, KnownKeys known) {
        return new LazyHolder<>(
                "a",
                Optional.of(HolderFiles.inProcess(socket)),
                new KeyAcceptance(examples, known, of -> false),
                HolderA::of);
    }

    private static void assertAway(LazyHolder<HolderA> holder) {
        assertThatThrownBy(holder::functions).isInstanceOf(PseudonymRefused.Suspended.class);
    }

    private static HolderFiles files(String holder) {
        return new HolderFiles(EXAMPLE.resolve(holder + ".bcfks"), EXAMPLE.resolve(holder + ".wachtzin"));
    }

    private static HolderStore store(String holder) {
        return HolderStore.open(files(holder), ExampleKeys.ALLOWED);
    }

    private static List<Pgn> numbers(int count) {
        Random random = new Random(SEED);
        List<Pgn> numbers = new ArrayList<>();
        while (numbers.size() < count) {
            Pgn.parse(Integer.toString(100_000_000 + random.nextInt(800_000_000)))
                    .ifPresent(numbers::add);
        }
        return numbers;
    }

    private static List<CurvePoint> points(int count) {
        List<byte[]> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            inputs.add(BigInteger.valueOf(i).toByteArray());
        }
        return Oprf.HASH_TO_GROUP.hash(inputs);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
