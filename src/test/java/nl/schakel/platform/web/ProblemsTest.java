package nl.schakel.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.JsonException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.schakel.audit.AuditRefused;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.problem.Defects;
import nl.schakel.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reason for which a request ends has a status, texts in two languages and a section in the documentation. */
class ProblemsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.schakel");
    private static final Path PAGE = Path.of("docs/api/problems.md");
    // the slug is the second argument that a reason hands to its feature's constructor
    private static final Pattern SLUG = Pattern.compile("super\\(\\s*Kind\\.[A-Z_]+,\\s*\"([a-z0-9-]+)\"");
    private static final Pattern PLATFORM =
            Pattern.compile("Problem\\.of\\(\"([a-z0-9-]+)\"|\"platform\", \"([a-z0-9-]+)\"");

    @Test
    void every_slug_has_texts_in_both_languages() throws IOException {
        for (Slug slug : slugs()) {
            String key = slug.feature() + ".probleem." + slug.name();
            for (Language language : Language.values()) {
                Texts texts = Texts.in(language);
                assertThat(texts.find(key + ".titel"))
                        .as("%s.titel in %s", key, language)
                        .isPresent();
                assertThat(texts.find(key + ".uitleg"))
                        .as("%s.uitleg in %s", key, language)
                        .isPresent();
            }
        }
    }

    @Test
    void every_reason_has_one_slug_of_its_own() throws IOException {
        long reasons = CLASSES.stream()
                .filter(type -> type.isAssignableTo(Refusal.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .count();
        assertThat(refused()).hasSize((int) reasons);
        assertThat(slugs().stream().map(Slug::name)).doesNotHaveDuplicates();
    }

    @Test
    void the_page_of_problems_has_one_section_for_every_slug() throws IOException {
        List<String> sections = Pattern.compile("(?m)^## ([a-z0-9-]+)$")
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(sections).doesNotHaveDuplicates();
        assertThat(sections)
                .containsExactlyInAnyOrderElementsOf(
                        slugs().stream().map(Slug::name).toList());
    }

    @Test
    void every_family_of_refusals_is_sealed() {
        for (JavaClass type : CLASSES) {
            if (type.isAssignableTo(Refusal.class) && type.getModifiers().contains(JavaModifier.ABSTRACT)) {
                boolean root = type.isEquivalentTo(Refusal.class);
                assertThat(root || type.reflect().isSealed()).as(type.getName()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Refusal.Kind.class)
    void every_kind_of_refusal_is_an_error_of_the_sender_or_a_wait(Refusal.Kind kind) {
        int status = Problems.status(kind);
        assertThat(status == 503 || (status >= 400 && status < 500)).isTrue();
    }

    @Test
    void a_refusal_is_found_behind_the_exceptions_of_the_container() {
        Refusal refusal = new AuditRefused.NotSignedIn();
        Problem problem = Problems.of(new RuntimeException(new IllegalStateException(refusal)));
        assertThat(problem.slug()).isEqualTo("niet-aangemeld");
        assertThat(problem.status()).isEqualTo(401);
        assertThat(problem.reference()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001"})
    void a_statement_that_met_another_crosswise_is_a_short_wait_however_it_arrives(String state) {
        SQLException statement = new SQLException("Process 999990019 waits for ShareLock", state);
        for (Throwable failure : List.of(
                new DatabaseFailure(statement),
                new DatabaseFailure(new PersistenceException(new IllegalStateException(statement))),
                new IllegalStateException(new DatabaseFailure(statement)),
                new RollbackException(new PersistenceException(statement)),
                new UncheckedIOException(new IOException(statement)))) {
            Problem problem = Problems.of(failure);
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.slug()).isEqualTo("gelijktijdig-verzoek");
            assertThat(problem.reference()).isEmpty();
            assertThat(problem.waitSeconds()).hasValue("1");
            assertThat(Problems.refusal(failure)).containsInstanceOf(WebRefused.Crossed.class);
            assertThat(ProblemJson.write(problem, Texts.in(Language.NL))).doesNotContain("999990019");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "40000", "40002", "40003", "23505", "23503", "55P03", "57014", "57P01", "08006", "SK001"})
    void every_other_failure_of_the_database_stays_a_defect(@Nullable String state) {
        for (Throwable failure : List.of(
                new DatabaseFailure(new SQLException("", state)), new IOException(new SQLException("", state)))) {
            Problem problem = Problems.of(failure);
            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.waitSeconds()).isEmpty();
            assertThat(Problems.refusal(failure)).isEmpty();
        }
    }

    @Test
    void what_the_web_library_refuses_keeps_its_status() {
        for (int status : new int[] {400, 401, 403, 404, 405, 406, 413, 415, 418, 451}) {
            assertThat(Problems.ofStatus(status).status()).isEqualTo(status);
            assertThat(Problems.ofStatus(status).reference()).isEmpty();
        }
        assertThat(Problems.ofStatus(418).slug()).isEqualTo("verzoek-geweigerd");
        assertThat(Problems.ofStatus(502).reference()).isPresent();
    }

    @Test
    void unreadable_json_is_told_without_what_was_in_it() {
        Problem problem = Problems.of(new JsonException("Unexpected 999990019 at line 1"));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(ProblemJson.write(problem, Texts.in(Language.NL))).doesNotContain("999990019");
    }

    @Test
    void a_defect_tells_only_a_random_reference() {
        Problem one = Problems.of(new IllegalStateException("secret 999990019"));
        Problem two = Problems.of(new IllegalStateException("secret 999990019"));
        assertThat(one.status()).isEqualTo(500);
        assertThat(one.reference()).isPresent().isNotEqualTo(two.reference());
        String json = ProblemJson.write(one, Texts.in(Language.EN));
        assertThat(json).doesNotContain("999990019").contains(one.reference().orElseThrow());
    }

    @Test
    void the_log_of_a_defect_holds_no_message() {
        String text = Defects.describe(new IllegalStateException("999990019", new RuntimeException("Kersentuin")));
        assertThat(text)
                .doesNotContain("999990019")
                .doesNotContain("Kersentuin")
                .contains("IllegalStateException");
    }

    @Test
    void a_loop_of_causes_ends() {
        RuntimeException one = new RuntimeException("a");
        RuntimeException two = new RuntimeException("b", one);
        one.initCause(two);
        assertThat(Problems.of(one).status()).isEqualTo(500);
    }

    private record Slug(String feature, String name) {}

    private static List<Slug> slugs() throws IOException {
        List<Slug> slugs = new ArrayList<>(refused());
        String platform = Files.readString(Path.of("src/main/java/nl/schakel/platform/web/Problems.java"));
        PLATFORM.matcher(platform)
                .results()
                .map(match -> new Slug("platform", match.group(1) == null ? match.group(2) : match.group(1)))
                .distinct()
                .forEach(slugs::add);
        return slugs;
    }

    private static List<Slug> refused() throws IOException {
        List<Slug> slugs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/nl/schakel"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Refused.java"))
                    .toList()) {
                Matcher found = SLUG.matcher(Files.readString(file));
                found.results()
                        .forEach(match -> slugs.add(new Slug(file.getName(5).toString(), match.group(1))));
            }
        }
        return slugs;
    }
}
