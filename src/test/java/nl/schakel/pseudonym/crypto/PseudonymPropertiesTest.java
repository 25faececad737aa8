package nl.schakel.pseudonym.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.pseudonym.FileDigest;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.ResearchPseudonym;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Reveal;
import nl.schakel.school.SchoolSite;
import org.junit.jupiter.api.Test;

/** What must hold for every input and key; seeds are printed where it does not. */
class PseudonymPropertiesTest {
    private static final long SEED = 20261121;
    private static final Pseudonymizer FIRST = PseudonymizerFixture.withSeed(1);

    private final Random random = new Random(SEED);

    @Test
    void the_encoding_is_total_and_injective() {
        Map<String, String> textOfEncoding = new HashMap<>();
        String alphabet = "0123456789 1a\u0661\uff11-";
        for (int i = 0; i < 200_000; i++) {
            String text = text(i % 10 == 0 ? alphabet : "0123456789", i % 7 == 0 ? random.nextInt(12) : 9);
            Optional<Pgn> number = Pgn.parse(text);
            assertThat(number.isEmpty())
                    .as("seed %d, try %d", SEED, i)
                    .isEqualTo(Pgn.defect(text).isPresent());
            if (number.isPresent()) {
                String encoding = Vectors.hex(number.get().canonical(Reveal.forKeyedHashing()));
                String other = textOfEncoding.put(encoding, text);
                assertThat(other == null || other.equals(text))
                        .as("seed %d, try %d", SEED, i)
                        .isTrue();
            }
        }
        assertThat(textOfEncoding).hasSizeGreaterThan(10_000);
    }

    @Test
    void same_number_and_keys_same_token_and_any_other_key_another_token() {
        Pseudonymizer again = PseudonymizerFixture.withSeed(1);
        List<Pseudonymizer> others = Stream.of("oprf", "token", "link/1")
                .map(keyId -> PseudonymizerFixture.withSeedBut(1, keyId))
                .toList();
        for (int i = 0; i < 20; i++) {
            Pgn number = number();
            assertThat(again.linkage(number)).as("seed %d", SEED).isEqualTo(FIRST.linkage(number));
            assertThat(others.get(0).linkage(number)).isNotEqualTo(FIRST.linkage(number));
            assertThat(others.get(1).linkage(number)).isEqualTo(FIRST.linkage(number));
            assertThat(others.get(2).linkage(number)).isNotEqualTo(FIRST.linkage(number));
            Token rin = FIRST.token(TokenKind.RIN, new byte[] {(byte) i});
            assertThat(others.get(0).token(TokenKind.RIN, new byte[] {(byte) i}))
                    .isEqualTo(rin);
            assertThat(others.get(1).token(TokenKind.RIN, new byte[] {(byte) i}))
                    .isNotEqualTo(rin);
            assertThat(others.get(2).token(TokenKind.RIN, new byte[] {(byte) i}))
                    .isNotEqualTo(rin);
        }
    }

    @Test
    void a_list_gives_what_its_numbers_give_one_by_one() {
        List<Pgn> numbers = Stream.generate(this::number).limit(100).toList();
        assertThat(FIRST.linkage(numbers))
                .as("seed %d", SEED)
                .isEqualTo(numbers.stream().map(FIRST::linkage).toList());
        assertThat(FIRST.linkage(List.of())).isEmpty();
    }

    @Test
    void local_tokens_differ_by_school_site_system_and_key() {
        Set<Token> tokens = new HashSet<>();
        int count = 0;
        for (String site : List.of("99AA00", "99AA01", "99AB00")) {
            for (String system : List.of("", "LAS", "LAS1")) {
                for (String key : List.of("1", "11", "LAS1", "\u00e9")) {
                    tokens.add(FIRST.local(SchoolSite.parse(site).orElseThrow(), system, new LocalPupilKey(key)));
                    count++;
                }
            }
        }
        assertThat(tokens).hasSize(count);
    }

    @Test
    void kinds_and_scopes_do_not_meet() {
        byte[] value = "1".getBytes(StandardCharsets.US_ASCII);
        Pgn one = number();
        Pgn other = number();
        assertThat(List.of(
                        FIRST.token(TokenKind.RIN, value),
                        FIRST.token(TokenKind.BES_ID, value),
                        FIRST.token(TokenKind.ECKID, value),
                        FIRST.scoped(TokenKind.SEX, one, value),
                        FIRST.scoped(TokenKind.SEX, other, value),
                        FIRST.scoped(TokenKind.BIRTH_DATE, one, value)))
                .doesNotHaveDuplicates();
        assertThat(FIRST.birthDate(one, new BirthDate(LocalDate.of(2012, 3, 4))))
                .isEqualTo(FIRST.scoped(TokenKind.BIRTH_DATE, one, "2012-03-04".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void an_attribute_has_no_token_without_a_scope() {
        for (TokenKind kind : List.of(TokenKind.SEX, TokenKind.BIRTH_DATE)) {
            assertThatThrownBy(() -> FIRST.token(kind, new byte[] {1})).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_file_digest_is_that_of_the_bytes_however_they_arrive_and_needs_the_key() {
        byte[] file = new byte[5_000];
        random.nextBytes(file);
        byte[] whole = digest(FIRST, file, file.length);
        for (int piece : new int[] {1, 7, 64, 4_999}) {
            assertThat(digest(FIRST, file, piece)).as("pieces of %d", piece).isEqualTo(whole);
        }
        assertThat(digest(PseudonymizerFixture.withSeedBut(1, "token"), file, 64))
                .isNotEqualTo(whole);
        assertThat(MessageExpansion.sha256().digest(file)).isNotEqualTo(whole);
        FileDigest used = FIRST.fileDigest();
        used.finish();
        assertThatThrownBy(used::finish).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void two_studies_share_no_pseudonym_and_neither_do_two_versions() {
        RootedStudyPseudonyms studies = new RootedStudyPseudonyms(HmacKey.of(SecretBytes.copyOf(new byte[32])));
        Set<ResearchPseudonym> pseudonyms = new HashSet<>();
        Set<String> orders = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            byte[] p = new byte[PersonKey.LENGTH];
            random.nextBytes(p);
            PersonKey person = PersonKey.of(p);
            for (String study : List.of("NCO-1", "NCO-2", "NCO-")) {
                for (int version = 1; version <= 2; version++) {
                    pseudonyms.add(studies.forStudy(study, version).of(person));
                    orders.add(Vectors.hex(studies.forStudy(study, version).rowOrder(person)));
                }
            }
        }
        assertThat(pseudonyms).as("seed %d", SEED).hasSize(3000);
        assertThat(orders).as("seed %d", SEED).hasSize(3000);
    }

    @Test
    void a_study_has_a_code_and_a_version() {
        RootedStudyPseudonyms studies = new RootedStudyPseudonyms(HmacKey.of(SecretBytes.copyOf(new byte[32])));
        assertThatThrownBy(() -> studies.forStudy("", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> studies.forStudy("NCO-1", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] digest(Pseudonymizer pseudonymizer, byte[] file, int piece) {
        FileDigest digest = pseudonymizer.fileDigest();
        for (int at = 0; at < file.length; at += piece) {
            digest.update(file, at, Math.min(piece, file.length - at));
        }
        return digest.finish();
    }

    private Pgn number() {
        return Stream.generate(() -> Pgn.parse(text("0123456789", 9)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
