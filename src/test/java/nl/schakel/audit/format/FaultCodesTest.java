package nl.schakel.audit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import nl.schakel.audit.LogFaultCode;
import org.junit.jupiter.api.Test;

class FaultCodesTest {
    private static Map<String, String> found(String file, String form) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        Pattern.compile(form, Pattern.MULTILINE)
                .matcher(Files.readString(Path.of(file)))
                .results()
                .forEach(each -> found.put(each.group(1), each.group(2)));
        return found;
    }

    @Test
    void both_verifiers_and_the_documentation_know_the_same_codes() throws IOException {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(LogFaultCode.values()).forEach(code -> codes.put(code.code(), code.text()));
        assertThat(codes).hasSameSizeAs(LogFaultCode.values());
        assertThat(found("src/main/frontend/verify/fouten.js", "^  '(LB-[0-9]{2})': '(.+)',$"))
                .containsExactlyEntriesOf(codes);
        assertThat(found("docs/api/formats.md", "^\\| (LB-[0-9]{2}) \\| (.+) \\|$")
                        .keySet())
                .containsExactlyElementsOf(codes.keySet());
    }

    @Test
    void each_code_is_what_some_bundle_is_refused_for() {
        assertThat(Probes.all().stream().map(Probe::code).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(LogFaultCode.values())
                        .map(LogFaultCode::code)
                        .toList());
    }
}
