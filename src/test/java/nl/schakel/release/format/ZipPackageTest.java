package nl.schakel.release.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.schakel.extract.ExtractColumn;
import nl.schakel.release.APackage;
import nl.schakel.release.AnExtract;
import nl.schakel.release.PackageContents;
import nl.schakel.release.PackageFacts;
import nl.schakel.release.PackageNotes;
import nl.schakel.release.PackageRejected;
import nl.schakel.release.Sha256;
import nl.schakel.release.TestSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipPackageTest {
    private static final PackageContents CONTENTS = APackage.contents(40);
    private final ZipPackageWriter writer = new ZipPackageWriter(APackage.SIGNER);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void agrees_with_itself() throws IOException {
        PackageFacts facts = unpack(APackage.zip(writer, CONTENTS));
        assertThat(facts.release()).isEqualTo(CONTENTS.release());
        assertThat(facts.pupils()).isEqualTo(40);
        assertThat(facts.files()).isEqualTo(9);
        assertThat(folder.resolve("gegevens.csv")).exists();
    }

    @Test
    void writes_the_same_bytes_for_the_same_contents() throws IOException {
        assertThat(APackage.zip(writer, CONTENTS)).isEqualTo(APackage.zip(writer, CONTENTS));
    }

    @Test
    void writes_scores_with_their_decimals_and_missing_codes_as_they_are() throws IOException {
        List<String> lines = lines("gegevens.csv");
        assertThat(lines).hasSize(41);
        assertThat(lines.get(0)).isEqualTo("rp,geslacht,leerjaar_2020,rekenen_2020");
        assertThat(lines.subList(1, 41))
                .allSatisfy(line -> assertThat(line).matches("[a-z2-7]{26},(1|2|-6),[1-8],(-9|[0-9]{1,3}\\.[0-9])"));
    }

    @Test
    void lets_no_cell_begin_a_formula() throws IOException {
        for (String file : List.of("codeboek.csv", "gegevens.csv")) {
            for (String line : lines(file)) {
                for (String cell : line.split(",", -1)) {
                    String bare = cell.startsWith("\"") ? cell.substring(1) : cell;
                    assertThat(bare.isEmpty() || ("=+@\t".indexOf(bare.charAt(0)) < 0 && !bare.matches("-(?![0-9]).*")))
                            .as(file + ": " + cell)
                            .isTrue();
                }
            }
        }
        assertThat(text("codeboek.csv")).contains(",'=Label van geslacht,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"codeboek.csv", "codeboek.html", "datapackage.json", "lees.R", "lees.py", "lees.do", "lees.sps"})
    void mentions_each_column_in_every_description(String file) throws IOException {
        String text = text(file);
        for (ExtractColumn column : AnExtract.columns()) {
            assertThat(text).contains(column.name());
        }
    }

    @Test
    void escapes_labels_for_each_program() throws IOException {
        assertThat(text("lees.R")).contains("meisje \\\"M\\\", 's middags");
        assertThat(text("lees.py")).contains("meisje \\\"M\\\", 's middags");
        assertThat(text("lees.do")).contains("`\"meisje 'M', 's middags\"'");
        assertThat(text("lees.sps")).contains("'meisje \"M\", ''s middags'");
        assertThat(text("codeboek.html")).contains("Betekenis &lt;b&gt;van&lt;/b&gt; geslacht");
    }

    @Test
    void declares_the_digest_of_the_data_in_the_data_package() throws IOException {
        Map<String, byte[]> files = APackage.files(APackage.zip(writer, CONTENTS));
        assertThat(text("datapackage.json"))
                .contains("sha256:" + Sha256.of(files.getOrDefault("gegevens.csv", new byte[0])))
                .contains("\"primaryKey\": \"rp\"")
                .contains("\"-9\"");
    }

    static Stream<Arguments> tampered() {
        return Stream.of(
                wrong("one score", files -> edit(files, "gegevens.csv", text -> text.replace(",1,", ",2,"))),
                wrong("a row less", files -> edit(files, "gegevens.csv", text -> text.substring(0, 60))),
                wrong("the codebook", files -> edit(files, "codeboek.csv", text -> text + "x")),
                wrong("the risk report", files -> edit(files, "risico.json", text -> text.replace("3", "0"))),
                wrong("a script", files -> edit(files, "lees.R", text -> text + "system('rm')\n")),
                wrong("the manifest", files -> edit(files, "manifest.json", text -> text.replace("40", "41"))),
                wrong("white space in the manifest", files -> edit(files, "manifest.json", text -> text + "\n")),
                wrong("the signature", files -> edit(files, "manifest.sig", text -> text.replace("sha256", "sha512"))),
                wrong("no signature", files -> files.remove("manifest.sig")),
                wrong("an empty signature", files -> edit(files, "manifest.sig", text -> "")),
                wrong("no manifest", files -> files.remove("manifest.json")),
                wrong("a manifest that is no JSON", files -> edit(files, "manifest.json", text -> "{")),
                wrong("a manifest that is a list", files -> edit(files, "manifest.json", text -> "[]")),
                wrong("no data", files -> files.remove("gegevens.csv")),
                wrong("no script", files -> files.remove("lees.do")),
                wrong("one file more", files -> files.put("extra.txt", new byte[] {1})),
                wrong("data and codebook exchanged", files -> {
                    byte[] data = files.getOrDefault("gegevens.csv", new byte[0]);
                    files.put("gegevens.csv", files.getOrDefault("codeboek.csv", new byte[0]));
                    files.put("codeboek.csv", data);
                }),
                wrong("an empty file for the data", files -> files.put("gegevens.csv", new byte[0])),
                wrong("a path upwards", files -> files.put("../weg.csv", new byte[] {1})),
                wrong("an absolute path", files -> files.put("/tmp/weg.csv", new byte[] {1})),
                wrong("a path with a backslash", files -> files.put("..\\weg.csv", new byte[] {1})),
                wrong("a folder", files -> files.put("map/", new byte[0])),
                wrong("a file in a folder", files -> files.put("map/weg.csv", new byte[] {1})),
                wrong("a hidden file", files -> files.put(".Rprofile", new byte[] {1})),
                wrong("a name without extension", files -> files.put("weg", new byte[] {1})),
                wrong("a device of Windows with a stream", files -> files.put("a.csv:b", new byte[] {1})),
                wrong("a name in other letters", files -> files.put("gegévens.csv", new byte[] {1})),
                wrong("too many files", files -> {
                    for (int i = 0; i < 100; i++) {
                        files.put("x" + i + ".csv", new byte[0]);
                    }
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampered")
    void refuses(String name, Consumer<Map<String, byte[]>> tamper) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(APackage.files(APackage.zip(writer, CONTENTS)));
        tamper.accept(files);
        byte[] zip = APackage.zipped(files);
        assertThatThrownBy(() -> unpack(zip)).as(name).isInstanceOf(PackageRejected.class);
        assertThat(folder.resolve("../weg.csv")).doesNotExist();
    }

    @Test
    void refuses_a_manifest_of_another_signer() throws IOException {
        byte[] zip = APackage.zip(new ZipPackageWriter(new TestSigner(2)), CONTENTS);
        assertThatThrownBy(() -> unpack(zip)).isInstanceOf(PackageRejected.class);
    }

    @Test
    void refuses_the_right_signature_over_another_text() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(APackage.files(APackage.zip(writer, CONTENTS)));
        String other = PackageNotes.manifest(CONTENTS.release(), Sha256.of(new byte[] {1}));
        files.put("manifest.sig", APackage.SIGNER.sign(other).value().getBytes(StandardCharsets.UTF_8));
        byte[] zip = APackage.zipped(files);
        assertThatThrownBy(() -> unpack(zip)).isInstanceOf(PackageRejected.class);
    }

    @Test
    void refuses_a_package_in_which_any_byte_of_a_file_changed() throws IOException {
        long seed = 42;
        Random random = new Random(seed);
        Map<String, byte[]> right = APackage.files(APackage.zip(writer, CONTENTS));
        List<String> names = List.copyOf(right.keySet());
        for (int i = 0; i < 150; i++) {
            Map<String, byte[]> files = new LinkedHashMap<>(right);
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = right.getOrDefault(name, new byte[1]).clone();
            int place = random.nextInt(bytes.length);
            bytes[place] ^= (byte) (1 << random.nextInt(8));
            files.put(name, bytes);
            Path target = Files.createTempDirectory(folder, "x");
            byte[] zip = APackage.zipped(files);
            assertThatThrownBy(() -> unpackInto(zip, target))
                    .as("seed %d, try %d: %s at %d", seed, i, name, place)
                    .isInstanceOf(PackageRejected.class);
        }
    }

    @Test
    void refuses_what_is_no_zip() {
        for (byte[] wrong :
                List.of(new byte[0], new byte[] {1, 2, 3}, "PK\u0003\u0004kapot".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> unpack(wrong)).isInstanceOfAny(PackageRejected.class, IOException.class);
        }
    }

    private static Arguments wrong(String name, Consumer<Map<String, byte[]>> tamper) {
        return Arguments.of(name, tamper);
    }

    private static void edit(Map<String, byte[]> files, String name, UnaryOperator<String> change) {
        String text = new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
        files.put(name, change.apply(text).getBytes(StandardCharsets.UTF_8));
    }

    private String text(String file) throws IOException {
        byte[] bytes = APackage.files(APackage.zip(writer, CONTENTS)).getOrDefault(file, new byte[0]);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private List<String> lines(String file) throws IOException {
        return List.of(text(file).split("\r\n"));
    }

    private PackageFacts unpack(byte[] zip) throws IOException {
        return unpackInto(zip, folder);
    }

    private static PackageFacts unpackInto(byte[] zip, Path target) throws IOException {
        String key = APackage.SIGNER.verificationKey();
        return new ZipPackageReader().unpack(new ByteArrayInputStream(zip), target, note -> APackage.notes()
                .requireSigned(note, key));
    }
}
