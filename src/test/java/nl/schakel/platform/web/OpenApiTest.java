package nl.schakel.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.mvc.Controller;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The hand-written description and the resources say the same. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Pattern REFERENCE = Pattern.compile("#/components/([A-Za-z]+)/([A-Za-z0-9_-]+)");

    private final Map<String, Object> document = OpenApiDocument.read();

    @Test
    void every_resource_method_is_described_and_nothing_else_is() {
        assertThat(described()).isEqualTo(implemented());
    }

    @Test
    void every_operation_has_an_own_id_a_summary_a_known_tag_and_an_answer_for_errors() {
        List<String> ids = new ArrayList<>();
        Set<Object> tags = new TreeSet<>();
        list(document, "tags").forEach(tag -> tags.add(map(tag).get("name")));
        operations().forEach((name, operation) -> {
            ids.add(String.valueOf(operation.get("operationId")));
            assertThat(operation.get("summary")).as(name).isNotNull();
            assertThat(tags).as(name).containsAll(list(operation, "tags"));
            boolean open = operation.containsKey("security");
            boolean tellsErrors = map(operation.get("responses")).keySet().stream()
                    .anyMatch(status -> status.toString().startsWith("4"));
            assertThat(tellsErrors || open).as("%s tells of errors", name).isTrue();
        });
        assertThat(ids).doesNotContain("null").doesNotHaveDuplicates();
    }

    @Test
    void paths_are_kebab_case_nouns_and_every_path_parameter_is_declared() {
        map(document.get("paths")).forEach((path, item) -> {
            String plain = path.toString().replaceAll("\\{[a-zA-Z]+}", "x");
            assertThat(plain).as("kebab-case").matches("(/[a-z0-9.-]+)+");
        });
    }

    @Test
    void every_reference_leads_somewhere() {
        REFERENCE.matcher(OpenApiDocument.json().replace("\\/", "/")).results().forEach(reference -> {
            Map<?, ?> kind = map(map(document.get("components")).get(reference.group(1)));
            assertThat(kind.containsKey(reference.group(2)))
                    .as(reference.group())
                    .isTrue();
        });
    }

    private Set<String> described() {
        return new TreeSet<>(operations().keySet());
    }

    private Map<String, Map<?, ?>> operations() {
        Map<String, Map<?, ?>> operations = new java.util.TreeMap<>();
        map(document.get("paths")).forEach((path, item) -> map(item).forEach((method, operation) -> {
            if (METHODS.contains(method.toString())) {
                String shape = path.toString().replaceAll("\\{[^}]*}", "{}");
                operations.put(method.toString().toUpperCase(java.util.Locale.ROOT) + " " + shape, map(operation));
            }
        }));
        return operations;
    }

    private static Set<String> implemented() {
        Set<String> operations = new TreeSet<>();
        for (Class<?> type : resources()) {
            for (Method method : type.getMethods()) {
                Arrays.stream(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class))
                        .map(annotation ->
                                annotation.getAnnotation(HttpMethod.class).value())
                        .forEach(verb -> operations.add(verb + " " + path(type, method)));
            }
        }
        return operations;
    }

    private static String path(Class<?> type, Method method) {
        Path own = method.getAnnotation(Path.class);
        String whole = type.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
        return ("/" + whole).replaceAll("/+", "/").replaceAll("(.)/$", "$1").replaceAll("\\{[^}]*}", "{}");
    }

    private static List<Class<?>> resources() {
        List<Class<?>> found = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("nl.schakel")) {
            boolean door = type.getPackageName().endsWith(".rest")
                    || type.getPackageName().equals("nl.schakel.platform.web");
            if (door && type.isAnnotatedWith(Path.class) && !type.isAnnotatedWith(Controller.class)) {
                found.add(type.reflect());
            }
        }
        return found;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> found ? found : Map.of();
    }

    private static List<Object> list(Map<?, ?> parent, String name) {
        return parent.get(name) instanceof List<?> found ? new ArrayList<>(found) : List.of();
    }
}
