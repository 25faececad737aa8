package nl.schakel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.mvc.Controller;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.web.Public;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;

class AccessTest {
    @Test
    void every_resource_and_controller_method_says_who_may_call_it() {
        List<String> silent = new ArrayList<>();
        List<Class<?>> doors = doors();
        assertThat(doors).hasSizeGreaterThan(3);
        for (Class<?> type : doors) {
            for (Method method : type.getMethods()) {
                if (isCallable(method) && !Access.isDeclared(type, method)) {
                    silent.add(type.getName() + "." + method.getName());
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void every_door_is_found_by_the_application_it_belongs_to() {
        assertThat(doors()).allSatisfy(type -> {
            String name = type.getPackageName();
            boolean page = type.isAnnotationPresent(Controller.class);
            assertThat(name.endsWith(".rest") || name.endsWith(".page") || name.equals("nl.schakel.platform.web"))
                    .as(type.getName())
                    .isTrue();
            assertThat(!page || name.endsWith(".page")).as(type.getName()).isTrue();
        });
    }

    @Test
    void a_method_that_says_nothing_is_open_to_nobody() throws Exception {
        for (Role role : Role.values()) {
            assertThatThrownBy(() -> check("silent", Optional.of(actor(role))))
                    .isInstanceOf(AuditRefused.NotAllowed.class);
        }
        assertThatThrownBy(() -> check("silent", Optional.empty())).isInstanceOf(AuditRefused.NotSignedIn.class);
    }

    @Test
    void a_role_opens_what_is_allowed_to_it_and_nothing_else() {
        for (Role role : Role.values()) {
            if (role == Role.STEWARD || role == Role.PRIVACY_OFFICER) {
                assertThatCode(() -> check("reviewers", Optional.of(actor(role))))
                        .doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> check("reviewers", Optional.of(actor(role))))
                        .isInstanceOf(AuditRefused.NotAllowed.class);
            }
        }
        assertThatThrownBy(() -> check("reviewers", Optional.empty())).isInstanceOf(AuditRefused.NotSignedIn.class);
    }

    @Test
    void a_public_method_is_open_to_everybody() {
        assertThatCode(() -> check("open", Optional.empty())).doesNotThrowAnyException();
        assertThatCode(() -> check("open", Optional.of(actor(Role.SCHOOL)))).doesNotThrowAnyException();
    }

    @Test
    void the_method_wins_over_its_class() {
        assertThatThrownBy(() -> Access.check(Whole.class, Whole.class.getMethod("closed"), Optional.empty()))
                .isInstanceOf(AuditRefused.NotSignedIn.class);
        assertThatCode(() -> Access.check(Whole.class, Whole.class.getMethod("plain"), Optional.empty()))
                .doesNotThrowAnyException();
    }

    private static void check(String method, Optional<Actor> actor) throws NoSuchMethodException {
        Access.check(Doors.class, Doors.class.getMethod(method), actor);
    }

    private static Actor actor(Role role) {
        Optional<Brin> school = role == Role.SCHOOL ? Optional.of(new Brin("99AA")) : Optional.empty();
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(role), school);
    }

    private static boolean isCallable(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static List<Class<?>> doors() {
        List<Class<?>> found = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("nl.schakel").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .forEach(type -> found.add(type.reflect()));
        return found;
    }

    public static class Doors {
        public void silent() {}

        @AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER})
        public void reviewers() {}

        @Public
        public void open() {}
    }

    @Public
    public static class Whole {
        public void plain() {}

        @AllowedRoles(Role.OPERATOR)
        public void closed() {}
    }
}
