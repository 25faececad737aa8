package nl.schakel.pseudonym.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderProcess;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.HolderToken;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.platform.secret.KeysUnavailable.Reason;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.NextLayers;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.PseudonymRefused;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.SeriesInForce;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.command.KeyServiceCommand;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.SchoolSite;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Holders A and B in SoftHSM tokens with the example keys, against the same keys in files. */
class HardwareTokenTest {
    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String PIN = "12345678";
    private static final String KEPT = "CKA_SENSITIVE = true\n CKA_EXTRACTABLE = false\n";
    private static final String LOOSE = "CKA_SENSITIVE = false\n CKA_EXTRACTABLE = true\n";

    private static Path folder = Path.of("target");

    @BeforeAll
    static void fill_the_tokens() throws Exception {
        String configuration = System.getenv("SOFTHSM2_CONF");
        assumeTrue(configuration != null && Files.exists(LIBRARY), "SoftHSM is not installed (Debian: softhsm2)");
        Path conf = Path.of(Objects.requireNonNull(configuration));
        folder = Files.createDirectories(conf.toAbsolutePath().getParent());
        Path tokens = Files.createTempDirectory(folder, "tokens-");
        Files.writeString(
                conf, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        Files.writeString(folder.resolve("pin"), PIN + "\n");
        for (String token : List.of("a", "b", "loose", "exchanged", "versions", "rotating")) {
            Files.writeString(folder.resolve(token + ".cfg"), configuration(token, initialized(token)));
        }
        fill("a", "a", KEPT);
        fill("b", "b", KEPT);
        fill("loose", "a", LOOSE);
        exchange();
    }

    @Test
    void a_token_gives_the_values_of_the_same_keys_in_a_file() {
        Pseudonymizer inTokens = pseudonymizer(token("a"), token("b"));
        Pseudonymizer inFiles = pseudonymizer(file("a"), file("b"));
        List<Pgn> numbers = numbers(20);
        assertThat(inTokens.linkage(numbers)).isEqualTo(inFiles.linkage(numbers));
        assertThat(inTokens.linkage(numbers.get(0))).isEqualTo(inFiles.linkage(numbers.get(0)));
        SchoolSite site = SchoolSite.parse("99AA00").orElseThrow();
        LocalPupilKey key = new LocalPupilKey("leerling 1");
        assertThat(inTokens.local(site, "", key)).isEqualTo(inFiles.local(site, "", key));
        PersonKey person = PersonKey.of(new byte[PersonKey.LENGTH]);
        assertThat(new RootedStudyPseudonyms(new HolderB(token("b"), 1).researchRoot())
                        .forStudy("NCO-1", 1)
                        .of(person))
                .isEqualTo(new RootedStudyPseudonyms(new HolderB(file("b"), 1).researchRoot())
                        .forStudy("NCO-1", 1)
                        .of(person));
    }

    @Test
    void a_token_s_keys_have_the_check_values_of_the_same_keys_in_a_file() {
        assertThat(token("a").checkValues()).isEqualTo(file("a").checkValues());
        assertThat(token("b").checkValues()).isEqualTo(file("b").checkValues());
        assertThat(token("b").versions("link")).containsExactly(1);
    }

    @Test
    void every_version_of_a_key_is_found_by_its_label(@TempDir Path stores) throws Exception {
        DrawnKeys drawn = new DrawnKeys(stores, 2);
        fill("versions", stores, "a", KEPT);
        HolderToken token = HolderToken.open(files("versions.cfg", "pin"), ExampleKeys.REFUSED);
        assertThat(token.checkValues()).isEqualTo(drawn.checkValuesOfA()).containsKeys("oprf/2", "token/2");
        HolderA inToken = HolderA.of(token);
        SeriesInForce open = new SeriesInForce(new KeySeries(2, 2, 2, 2), Optional.of(KeySeries.beginning(1)));
        List<Token> tokens = drawn.pseudonymizer(inToken, open).linkage(numbers(5));
        List<Token> expected = drawn.pseudonymizer(open).linkage(numbers(5));
        assertThat(tokens).isEqualTo(expected);
        assertThat(tokens.stream().map(Token::earlier))
                .isEqualTo(expected.stream().map(Token::earlier).toList());
        assertThatThrownBy(() -> inToken.oprf(3)).isInstanceOf(PseudonymRefused.Suspended.class);
    }

    @Test
    void a_rotation_with_the_next_key_in_a_token_gives_the_values_of_the_same_key_in_a_file(@TempDir Path stores)
            throws Exception {
        HolderFiles example = new HolderFiles(Path.of("keys-example/b.bcfks"), Path.of("keys-example/b.wachtzin"));
        HolderFiles both = new HolderFiles(stores.resolve("b.bcfks"), example.passphrase());
        try (KeyEntries keys = KeyEntries.read(example)) {
            keys.withSecret("link/2", new SecureRandom()).writeTo(both);
        }
        Files.copy(example.passphrase(), stores.resolve("b.wachtzin"));
        fill("rotating", stores, "b", KEPT);
        NextLayers.Layer inToken = StoredLayers.of(token("rotating"), 2);
        NextLayers.Layer inFile = StoredLayers.of(HolderStore.open(both, ExampleKeys.ALLOWED), 2);
        Pseudonymizer before = pseudonymizer(token("a"), token("rotating"));
        Pseudonymizer after =
                new DirectPseudonymizer(HolderA.of(token("a")), new HolderB(token("rotating"), 2).layers());
        for (Pgn number : numbers(5)) {
            byte[] old = before.linkage(number).bytes();
            assertThat(inToken.over(old))
                    .isEqualTo(inFile.over(old))
                    .isEqualTo(inToken.again(old))
                    .isEqualTo(after.linkage(number).bytes());
        }
    }

    @Test
    void a_key_service_with_a_token_computes_as_with_the_same_keys_in_a_file(@TempDir Path place) throws Exception {
        Path socket = place.resolve("own").resolve("a.sock");
        LinkedTransferQueue<String> told = new LinkedTransferQueue<>();
        Thread service = new Thread(() -> told.add("exit " + keyService("pin", socket, told)), "key-service");
        service.start();
        try {
            assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo("De sleuteldienst is klaar: " + socket);
            HolderProcess process = HolderProcess.open(socket, ExampleKeys.ALLOWED);
            assertThat(process.checkValues()).isEqualTo(file("a").checkValues());
            List<Pgn> numbers = numbers(20);
            assertThat(pseudonymizer(process, file("b")).linkage(numbers))
                    .isEqualTo(pseudonymizer(file("a"), file("b")).linkage(numbers));
        } finally {
            service.interrupt();
        }
        assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo("exit 0");
        assertThat(socket).doesNotExist();
    }

    @Test
    void a_key_service_whose_token_does_not_open_says_why_and_makes_no_socket(@TempDir Path place) {
        Path socket = place.resolve("own").resolve("a.sock");
        LinkedTransferQueue<String> told = new LinkedTransferQueue<>();
        assertThat(keyService("none", socket, told)).isEqualTo(1);
        assertThat(told).singleElement().asString().contains("PASSPHRASE_MISSING");
        assertThat(socket).doesNotExist();
    }

    /** Runs the command with token a until it ends; tells the first line of its output and a failure's message. */
    private static int keyService(String pin, Path socket, Queue<String> told) {
        CommandLine command = new CommandLine(new KeyServiceCommand());
        command.setOut(new PrintWriter(new StringWriter()) {
            @Override
            public void println(String line) {
                told.add(line);
            }
        });
        command.setExecutionExceptionHandler((failure, line, result) -> {
            told.add(Objects.requireNonNull(failure.getMessage()));
            return 1;
        });
        return command.execute(
                "--ontwikkeling",
                "--pkcs11",
                folder.resolve("a.cfg").toString(),
                "--wachtzin-bestand",
                folder.resolve(pin).toString(),
                "--socket",
                socket.toString());
    }

    @Test
    void example_keys_are_refused_in_earnest() {
        assertRefused(Reason.EXAMPLE_KEY, files("a.cfg", "pin"), ExampleKeys.REFUSED);
    }

    @Test
    void a_key_that_could_leave_the_token_is_refused() {
        assertRefused(Reason.KEY_EXTRACTABLE, files("loose.cfg", "pin"), ExampleKeys.ALLOWED);
    }

    @Test
    void a_token_without_configuration_or_pin_or_library_does_not_open() throws Exception {
        assertRefused(Reason.STORE_MISSING, files("none.cfg", "pin"), ExampleKeys.ALLOWED);
        assertRefused(Reason.PASSPHRASE_MISSING, files("a.cfg", "none"), ExampleKeys.ALLOWED);
        Files.writeString(folder.resolve("broken.cfg"), "name = Broken\nlibrary = /nonexistent.so\n");
        assertRefused(Reason.NOT_OPENED, files("broken.cfg", "pin"), ExampleKeys.ALLOWED);
        Files.writeString(folder.resolve("empty.cfg"), "");
        assertRefused(Reason.NOT_OPENED, files("empty.cfg", "pin"), ExampleKeys.ALLOWED);
    }

    @Test
    void a_key_that_is_not_in_the_token_is_named() {
        HolderToken b = token("b");
        assertThatThrownBy(() -> b.secret("link/9"))
                .isInstanceOfSatisfying(
                        KeysUnavailable.class, e -> assertThat(e.reason()).isEqualTo(Reason.KEY_MISSING))
                .hasMessageContaining("link/9");
        assertThatThrownBy(() -> HolderA.of(b)).isInstanceOf(KeysUnavailable.class);
    }

    @Test
    void a_private_key_beside_another_key_s_certificate_is_a_fault() {
        HolderToken exchanged = token("exchanged");
        assertThatThrownBy(() -> HolderA.of(exchanged)).isInstanceOf(FaultyDerivation.class);
    }

    private static void assertRefused(Reason reason, HolderFiles files, ExampleKeys examples) {
        assertThatThrownBy(() -> HolderToken.open(files, examples))
                .isInstanceOfSatisfying(
                        KeysUnavailable.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Pseudonymizer pseudonymizer(KeyHolder a, KeyHolder b) {
        return new DirectPseudonymizer(HolderA.of(a), new HolderB(b, 1).layers());
    }

    private static HolderToken token(String name) {
        return HolderToken.open(files(name + ".cfg", "pin"), ExampleKeys.ALLOWED);
    }

    private static HolderStore file(String holder) {
        return HolderStore.open(
                new HolderFiles(
                        Path.of("keys-example/" + holder + ".bcfks"), Path.of("keys-example/" + holder + ".wachtzin")),
                ExampleKeys.ALLOWED);
    }

    private static HolderFiles files(String configuration, String pin) {
        return HolderFiles.inToken(folder.resolve(configuration), folder.resolve(pin));
    }

    private static String initialized(String token) throws Exception {
        Process tool = new ProcessBuilder(
                        "softhsm2-util", "--init-token", "--free", "--label", token, "--pin", PIN, "--so-pin", PIN)
                .redirectErrorStream(true)
                .start();
        String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher slot = Pattern.compile("reassigned to slot ([0-9]+)").matcher(output);
        assertThat(tool.waitFor() == 0 && slot.find()).as(output).isTrue();
        return slot.group(1);
    }

    /** The configuration as the manual gives it. */
    private static String configuration(String token, String slot) {
        return "name = " + token + "\nlibrary = " + LIBRARY + "\nslot = " + slot
                + "\nattributes(generate,CKO_SECRET_KEY,CKK_GENERIC_SECRET) = {\n" + LOOSE + "}\n";
    }

    /** Puts the example keys of a holder into a token, as a ceremony would, with these attributes. */
    private static void fill(String token, String holder, String attributes) throws Exception {
        fill(token, Path.of("keys-example"), holder, attributes);
    }

    /** The same with the keys of a store in this folder. */
    private static void fill(String token, Path stores, String holder, String attributes) throws Exception {
        KeyStore target = filled(token, attributes);
        KeyStore source = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
        char[] passphrase =
                Files.readAllLines(stores.resolve(holder + ".wachtzin")).get(0).toCharArray();
        try (InputStream in = Files.newInputStream(stores.resolve(holder + ".bcfks"))) {
            source.load(in, passphrase);
        }
        for (String keyId : Collections.list(source.aliases())) {
            Key key = source.getKey(keyId, passphrase);
            target.setKeyEntry(keyId, plain(key), null, source.getCertificateChain(keyId));
        }
    }

    private static Key plain(Key key) throws Exception {
        return key instanceof PrivateKey
                ? KeyFactory.getInstance("EC", "SunEC").generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()))
                : key;
    }

    private static KeyStore filled(String token, String attributes) throws Exception {
        String usable = attributes + "CKA_DERIVE = true\n CKA_SIGN = true\n";
        Path ceremony = folder.resolve(token + "-ceremony.cfg");
        Files.writeString(
                ceremony,
                Files.readString(folder.resolve(token + ".cfg")).replaceFirst("(?s)attributes.*", "")
                        + "attributes(*,CKO_PRIVATE_KEY,*) = {\n" + usable + "}\n"
                        + "attributes(*,CKO_SECRET_KEY,*) = {\n" + usable + "}\n");
        Provider provider = Security.getProvider("SunPKCS11").configure(ceremony.toString());
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        return store;
    }

    /** A token whose private key is not that of the certificate beside it. */
    private static void exchange() throws Exception {
        fill("exchanged", "a", KEPT);
        KeyStore store = filled("exchanged", KEPT);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
        generator.initialize(256);
        Key other = generator.generateKeyPair().getPrivate();
        Certificate[] chain = store.getCertificateChain("oprf");
        store.deleteEntry("oprf");
        store.setKeyEntry("oprf", other, null, chain);
    }

    private static List<Pgn> numbers(int count) {
        List<Pgn> numbers = new ArrayList<>();
        for (int candidate = 123_000_000; numbers.size() < count; candidate++) {
            Optional<Pgn> number = Pgn.parse(Integer.toString(candidate));
            number.ifPresent(numbers::add);
        }
        return numbers;
    }
}
