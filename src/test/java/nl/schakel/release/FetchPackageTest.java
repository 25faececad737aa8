package nl.schakel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchPackageTest {
    private final Decryption decryption = APackage.tool(Decryption.class);
    private final AgeKeyPair researcher = decryption.newKeyPair();
    private final PackageContents contents = APackage.contents(25);
    private final FetchPackage fetch =
            new FetchPackage(decryption, APackage.notes(), APackage.tool(PackageReader.class));
    private byte[] sealed = new byte[0];

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void seal() throws IOException {
        sealed = PackedForTest.sealed(contents, researcher);
    }

    @Test
    void leaves_the_files_and_the_sealed_package_where_everything_agrees() throws IOException {
        PackageFacts facts = fetch.fetch(source(sealed, note(sealed)), order(researcher));
        assertThat(facts.pupils()).isEqualTo(25);
        assertThat(order(researcher).opened().resolve("gegevens.csv")).exists();
        assertThat(order(researcher).sealedFile()).hasBinaryContent(sealed);
        assertThat(left()).hasSize(2);
    }

    @Test
    void refuses_to_overwrite() throws IOException {
        fetch.fetch(source(sealed, note(sealed)), order(researcher));
        assertThatThrownBy(() -> fetch.fetch(source(sealed, note(sealed)), order(researcher)))
                .isInstanceOf(PackageRejected.class);
    }

    @Test
    void leaves_nothing_of_a_file_that_was_changed_on_its_way() throws IOException {
        byte[] wrong = sealed.clone();
        wrong[wrong.length - 1] ^= 1;
        assertNothingLeft(source(wrong, note(sealed)), order(researcher));
    }

    @Test
    void leaves_nothing_of_a_file_that_was_cut() throws IOException {
        assertNothingLeft(source(Arrays.copyOf(sealed, sealed.length - 20), note(sealed)), order(researcher));
    }

    @Test
    void leaves_nothing_of_a_file_that_somebody_else_signed() throws IOException {
        String text = PackageNotes.sealed(contents.release(), Sha256.of(sealed), sealed.length);
        assertNothingLeft(source(sealed, new TestSigner(9).sign(text).value()), order(researcher));
    }

    @Test
    void leaves_nothing_of_a_file_that_is_signed_for_another_release() throws IOException {
        ReleaseId other = new ReleaseId(UUID.randomUUID());
        String text = PackageNotes.sealed(other, Sha256.of(sealed), sealed.length);
        assertNothingLeft(source(sealed, APackage.SIGNER.sign(text).value()), order(researcher));
    }

    @Test
    void leaves_nothing_where_the_inside_is_of_another_release() throws IOException {
        byte[] other = PackedForTest.sealed(APackage.contents(3), researcher);
        assertNothingLeft(source(other, note(other)), order(researcher));
    }

    @Test
    void leaves_nothing_for_another_key() throws IOException {
        assertNothingLeft(source(sealed, note(sealed)), order(decryption.newKeyPair()));
    }

    @Test
    void leaves_nothing_where_the_inside_was_tampered_with_and_sealed_again() throws IOException {
        byte[] again = PackedForTest.tampered(contents, researcher);
        assertNothingLeft(source(again, note(again)), order(researcher));
    }

    private void assertNothingLeft(PackageSource.Session source, FetchPackage.Order order) throws IOException {
        assertThatThrownBy(() -> fetch.fetch(source, order)).isInstanceOfAny(PackageRejected.class, IOException.class);
        assertThat(left()).isEmpty();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.toList());
        }
    }

    private String note(byte[] file) {
        return APackage.SIGNER
                .sign(PackageNotes.sealed(contents.release(), Sha256.of(file), file.length))
                .value();
    }

    private FetchPackage.Order order(AgeKeyPair keys) {
        return new FetchPackage.Order(contents.release(), APackage.SIGNER.verificationKey(), keys.identity(), folder);
    }

    private static PackageSource.Session source(byte[] file, String note) {
        return new PackageSource.Session() {
            @Override
            public String note(ReleaseId id) {
                return note;
            }

            @Override
            public void download(ReleaseId id, OutputStream out) throws IOException {
                out.write(file);
            }

            @Override
            public String verificationKey() {
                return APackage.SIGNER.verificationKey();
            }
        };
    }
}
