package nl.schakel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import nl.schakel.study.StudyState;
import nl.schakel.study.StudyTransition;
import org.junit.jupiter.api.Test;

/** The page of states is made from the transition tables. */
class StatesPageTest {
    private static final Path PAGE = Path.of("docs/architecture/states.md");

    @Test
    void the_page_of_states_is_what_the_tables_say() throws IOException {
        Path written = Path.of("target/states.md");
        Files.writeString(written, page());
        assertThat(Files.readString(PAGE)).as("copy %s to %s", written, PAGE).isEqualTo(page());
    }

    private static String page() {
        return """
                # States

                Made from `StudyTransition.ALL` and `ReleaseTransition.ALL`; `StatesPageTest` holds this page equal to them and
                writes the page as it should be to `target/states.md`. What does not stand in a table is refused.

                ## Study

                The steps `APPROVE`, `RETURN` and `REFUSE` follow from the second of two reviews; `REVIEW` is the first.

                """
                + diagram(
                        StudyTransition.ALL,
                        t -> t.from().name() + " --> " + t.to().name() + ": " + t.step(),
                        "DRAFT",
                        finals(
                                StudyState.values(),
                                StudyTransition.ALL.stream()
                                        .map(t -> t.from().name())
                                        .toList()))
                + """

                ## Release

                A package is made in the transaction that builds its extract. `RELEASE` is the second of two agreements; objections
                and consent are evaluated at `APPROVE`, `RELEASE` and every `DOWNLOAD`.

                """
                + diagram(
                        ReleaseTransition.ALL,
                        t -> t.from().name() + " --> " + t.to().name() + ": " + t.step(),
                        "BUILT",
                        finals(
                                ReleaseState.values(),
                                ReleaseTransition.ALL.stream()
                                        .map(t -> t.from().name())
                                        .toList()));
    }

    private static List<String> finals(Enum<?>[] states, List<String> left) {
        return Arrays.stream(states)
                .map(state -> state.name())
                .filter(name -> !left.contains(name))
                .toList();
    }

    private static <T> String diagram(List<T> steps, Function<T, String> line, String first, List<String> last) {
        StringBuilder diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n    [*] --> " + first + "\n");
        steps.forEach(step -> diagram.append("    ").append(line.apply(step)).append('\n'));
        last.forEach(state -> diagram.append("    ").append(state).append(" --> [*]\n"));
        return diagram.append("```\n").toString();
    }
}
