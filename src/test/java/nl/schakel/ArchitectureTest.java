package nl.schakel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The ordered list of packages, their doors, the hot zone and the banned names; see {@code docs/architecture/overview.md}. */
class ArchitectureTest {
    private static final List<String> ORDER = List.of(
            "platform",
            "school",
            "audit",
            "account",
            "pupil",
            "catalogue",
            "pseudonym",
            "consent",
            "delivery",
            "register",
            "linkage",
            "disclosure",
            "study",
            "extract",
            "release",
            "monitor",
            "report",
            "oversight",
            "startup",
            "demo");
    private static final Set<String> PLATFORM = Set.of("secret", "problem", "database", "work", "web");
    private static final Set<String> DOORS =
            Set.of("format", "store", "rest", "page", "crypto", "solver", "command", "client");
    private static final Set<String> HOT =
            Set.of("pupil", "pseudonym", "consent", "delivery", "register", "linkage", "oversight");
    private static final Set<String> KEY_STORES = Set.of(
            "BcfksFile",
            "CurveKey",
            "HolderFiles",
            "HolderProcess",
            "HolderStore",
            "HolderToken",
            "KeyEntries",
            "KeyHolder",
            "KeyPairEntry",
            "SigningKey");
    private static final Set<String> BULK = Set.of(
            "delivery.subject",
            "delivery.pupil_token",
            "delivery.pupil",
            "delivery.test",
            "delivery.result",
            "delivery.social_result",
            "delivery.fault",
            "delivery.finding",
            "extract.member",
            "release.chunk");
    private static final int SCANNED_AT_LEAST = 700;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.schakel");

    @Test
    void enough_classes_are_scanned_for_the_rules_to_mean_something() {
        assertThat(CLASSES.size()).isGreaterThan(SCANNED_AT_LEAST);
        assertThat(CLASSES.stream().map(ArchitectureTest::feature).filter(f -> !f.isEmpty()))
                .allSatisfy(feature -> assertThat(ORDER).contains(feature));
    }

    @Test
    void a_package_imports_only_packages_standing_before_it() {
        classes()
                .should(dependOnlyOn("earlier packages", (from, to) -> {
                    int source = ORDER.indexOf(feature(from));
                    int target = ORDER.indexOf(feature(to));
                    return source < 0 || target < 0 || target <= source;
                }))
                .check(CLASSES);
    }

    @Test
    void platform_is_closed_at_five_names_and_features_have_only_known_doors() {
        classes()
                .that()
                .resideInAPackage("nl.schakel.platform..")
                .should(resideWhere("one of " + PLATFORM, c -> PLATFORM.contains(door(c))))
                .check(CLASSES);
        classes()
                .that()
                .resideOutsideOfPackage("nl.schakel.platform..")
                .should(resideWhere("a core or a door", c -> door(c).isEmpty() || DOORS.contains(door(c))))
                .check(CLASSES);
    }

    @Test
    void nobody_imports_a_door() {
        classes()
                .should(dependOnlyOn("no door but its own", (from, to) -> {
                    boolean toDoor = isDoor(to);
                    boolean own = to.getPackageName().equals(from.getPackageName());
                    return !toDoor || own;
                }))
                .check(CLASSES);
    }

    @Test
    void a_core_uses_plain_java_the_platform_and_three_annotations() {
        classes()
                .that(isCore())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "nl.schakel..")
                        .or(DescribedPredicate.describe("one of the allowed annotations", c -> Set.of(
                                        "jakarta.enterprise.context.Dependent",
                                        "jakarta.enterprise.inject.Instance",
                                        "jakarta.inject.Inject",
                                        "jakarta.transaction.Transactional",
                                        "jakarta.transaction.Transactional$TxType")
                                .contains(c.getName()))))
                .check(CLASSES);
        noClasses()
                .that(isCore())
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.crypto..", "java.net.http.."))
                .check(CLASSES);
    }

    @Test
    void each_technology_has_one_door() {
        only("store", "nl.schakel.platform.database", "jakarta.persistence..");
        // the launcher makes the embedded database, its roles and its schemas
        noClasses()
                .that(resideOutside("store")
                        .and(notIn("nl.schakel.platform.database"))
                        .and(notIn("nl.schakel.startup.command")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."))
                .check(CLASSES);
        only("page", "nl.schakel.platform.web", "jakarta.mvc..");
        only("command", "nl.schakel.startup.command", "picocli..");
        only("crypto", "nl.schakel.platform.secret", "org.bouncycastle..", "javax.crypto..", "com.amazon.corretto..");
        only("client", "nl.schakel.startup.command", "java.net.http..");
        only("client", "nl.schakel.account.client", "com.nimbusds..");
    }

    @Test
    void rows_are_hidden_in_stores_named_as_rows_and_listed_in_a_unit() throws IOException {
        List<JavaClass> rows = CLASSES.stream()
                .filter(c -> c.isAnnotatedWith(Entity.class) || c.isAnnotatedWith(Embeddable.class))
                .toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getSimpleName()).endsWith("Row");
            assertThat(door(row)).isEqualTo("store");
            assertThat(row.getModifiers()).doesNotContain(JavaModifier.PUBLIC);
        });
        String units = Files.readString(Path.of("src/main/resources/META-INF/persistence.xml"));
        assertThat(Pattern.compile("<class>(.*Row)</class>")
                        .matcher(units)
                        .results()
                        .map(unit -> unit.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(JavaClass::getName).toList());
    }

    /** Plain tests cannot see this: the server gives the provider a second pool, outside the transaction, to read from. */
    @Test
    void every_unit_reads_within_the_transaction_and_quotes_no_value() throws IOException {
        String text = Files.readString(Path.of("src/main/resources/META-INF/persistence.xml"));
        assertThat(Pattern.compile("(?s)<persistence-unit name.*?</persistence-unit>")
                        .matcher(text)
                        .results()
                        .map(unit -> unit.group()))
                .isNotEmpty()
                .allSatisfy(unit -> assertThat(unit)
                        .contains(
                                "\"eclipselink.transaction.join-existing\" value=\"true\"",
                                "\"eclipselink.logging.parameters\" value=\"false\"",
                                "<shared-cache-mode>NONE<"));
    }

    @Test
    void bulk_tables_never_pass_through_rows() {
        List<String> tables = new ArrayList<>();
        CLASSES.forEach(c -> {
            c.tryGetAnnotationOfType(Table.class).ifPresent(table -> tables.add(table.schema() + "." + table.name()));
            c.getFields().forEach(f -> f.tryGetAnnotationOfType(CollectionTable.class)
                    .ifPresent(table -> tables.add(table.schema() + "." + table.name())));
        });
        assertThat(tables).isNotEmpty().doesNotContainAnyElementsOf(BULK);
        assertThat(tables).noneMatch(table -> table.matches("(audit|pseudonym|register|linkage)[.].*"));
    }

    @Test
    void only_rest_pages_and_the_web_platform_know_jax_rs() {
        noClasses()
                .that(resideOutside("rest", "page").and(notIn("nl.schakel.platform.web")))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."))
                .check(CLASSES);
    }

    @Test
    void only_the_hot_zone_knows_pupils() {
        classes()
                .should(dependOnlyOn(
                        "pupil types only from the hot zone",
                        (from, to) -> !feature(to).equals("pupil") || HOT.contains(feature(from))))
                .check(CLASSES);
    }

    @Test
    void key_stores_are_opened_by_pseudonym_and_audit_only() {
        classes()
                .should(dependOnlyOn(
                        "no holder's store",
                        (from, to) -> !KEY_STORES.contains(to.getSimpleName())
                                || from.getPackageName().equals("nl.schakel.platform.secret")
                                || Set.of("pseudonym", "audit").contains(feature(from))))
                .check(CLASSES);
        assertThat(CLASSES.stream().map(JavaClass::getSimpleName)).containsAll(KEY_STORES);
    }

    @Test
    void the_demo_knows_no_feature() {
        noClasses()
                .that()
                .resideInAPackage("nl.schakel.demo..")
                .should()
                .dependOnClassesThat(resideInAPackage("nl.schakel..")
                        .and(DescribedPredicate.not(resideInAnyPackage("nl.schakel.demo..", "nl.schakel.platform.."))))
                .check(CLASSES);
    }

    @Test
    void reveal_is_asked_for_by_known_classes_only() {
        List<String> callers = CLASSES.stream()
                .filter(c -> !c.getName().equals("nl.schakel.pupil.Reveal"))
                .filter(c -> c.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals("nl.schakel.pupil.Reveal")))
                .map(JavaClass::getPackageName)
                .distinct()
                .toList();
        assertThat(callers).allSatisfy(name -> assertThat(name).isIn("nl.schakel.pseudonym.crypto"));
    }

    @Test
    void no_name_says_nothing() {
        classes()
                .should(resideWhere(
                        "a name of the field, not Manager, Helper, Util, Impl, Processor or Service",
                        c -> !c.getSimpleName().matches(".*(Manager|Helper|Utils?|Impl|Processor|Service)")))
                .check(CLASSES);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..manager..", "..impl..", "..helper..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void no_record_holds_a_raw_identity() {
        List<String> suspicious = new ArrayList<>();
        CLASSES.stream()
                .filter(JavaClass::isRecord)
                .filter(c -> !feature(c).equals("demo"))
                .forEach(c -> c.getFields().stream()
                        .filter(f -> !f.getModifiers().contains(JavaModifier.STATIC))
                        .filter(f -> f.getName()
                                .matches("(?i)(pgn|bsn|onderwijsnummer|surname|firstName|lastName|birthDate|"
                                        + "address|postcode|houseNumber|pupilKey)"))
                        .filter(f -> f.getRawType().isAssignableTo(CharSequence.class)
                                || f.getRawType().getName().equals("java.time.LocalDate"))
                        .forEach(f -> suspicious.add(f.getFullName())));
        assertThat(suspicious).isEmpty();
    }

    @Test
    void cores_take_ids_as_types_and_have_no_injected_fields() {
        noFields()
                .that()
                .areDeclaredInClassesThat(isCore())
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .check(CLASSES);
        List<String> raw = CLASSES.stream()
                .filter(isCore())
                .filter(c -> !c.isRecord()
                        && !feature(c).equals("demo")
                        && !feature(c).equals("platform"))
                .flatMap(c -> c.getMethods().stream())
                .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(m -> m.getRawParameterTypes().stream()
                        .anyMatch(p -> p.getName().equals("java.util.UUID")))
                .map(m -> m.getFullName())
                .filter(name -> !name.endsWith(".of(java.util.UUID)") && !name.endsWith(".run(java.util.UUID)"))
                .toList();
        assertThat(raw).isEmpty();
    }

    @Test
    void the_list_stands_alike_in_the_package_comment_and_the_overview() throws IOException {
        assertThat(listed("src/main/java/nl/schakel/package-info.java", " \\* "))
                .isEqualTo(ORDER);
        assertThat(listed("docs/architecture/overview.md", "")).isEqualTo(ORDER);
    }

    private static List<String> listed(String file, String prefix) throws IOException {
        String text = Files.readString(Path.of(file));
        Matcher block = Pattern.compile("(?s)(?:<pre>|```order)\\n(.*?)" + prefix + "(?:</pre>|```)")
                .matcher(text);
        assertThat(block.find()).as("ordered list in %s", file).isTrue();
        return List.of(block.group(1).replace(" * ", " ").trim().split("\\s+"));
    }

    private static String[] parts(JavaClass c) {
        return c.getPackageName().split("\\.", -1);
    }

    private static String feature(JavaClass c) {
        String[] parts = parts(c);
        return parts.length > 2 && c.getPackageName().startsWith("nl.schakel") ? parts[2] : "";
    }

    private static String door(JavaClass c) {
        String[] parts = parts(c);
        return parts.length > 3 && c.getPackageName().startsWith("nl.schakel") ? parts[3] : "";
    }

    private static boolean isDoor(JavaClass c) {
        return !feature(c).isEmpty() && !feature(c).equals("platform") && !door(c).isEmpty();
    }

    private static DescribedPredicate<JavaClass> isCore() {
        return DescribedPredicate.describe(
                "the core of a feature",
                c -> !feature(c).isEmpty()
                        && !Set.of("platform", "startup", "demo").contains(feature(c))
                        && door(c).isEmpty());
    }

    private static void only(String door, String platform, String... packages) {
        noClasses()
                .that(resideOutside(door).and(notIn(platform)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> resideOutside(String... doors) {
        return DescribedPredicate.describe(
                "outside the doors " + List.of(doors), c -> !List.of(doors).contains(door(c)));
    }

    private static DescribedPredicate<JavaClass> notIn(String packageName) {
        return DescribedPredicate.describe(
                "outside " + packageName, c -> !c.getPackageName().equals(packageName));
    }

    private static ArchCondition<JavaClass> resideWhere(
            String description, java.util.function.Predicate<JavaClass> rule) {
        return ArchCondition.from(DescribedPredicate.describe("reside in " + description, rule));
    }

    private static ArchCondition<JavaClass> dependOnlyOn(
            String description, java.util.function.BiPredicate<JavaClass, JavaClass> rule) {
        return new ArchCondition<>("depend on " + description) {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    if (!rule.test(from, to)) {
                        events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
