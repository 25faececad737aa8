package nl.schakel.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.schakel.audit.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @ParameterizedTest
    @ValueSource(
            strings = {"00-" + TRACE + "-b7ad6b7169203331-01", "01-" + TRACE + "-b7ad6b7169203331-00-what-comes-later"})
    void a_header_of_the_standard_is_continued_in_a_span_of_its_own(String header) {
        Trace trace = Traces.continued(Optional.of(header));
        assertThat(trace.traceId()).isEqualTo(TRACE);
        assertThat(trace.spanId()).isNotEqualTo("b7ad6b7169203331");
        assertThat(trace.caller()).contains("b7ad6b7169203331");
        assertThat(Traces.continued(Optional.of(Traces.header(trace))))
                .as("what we answer can be continued")
                .satisfies(next -> assertThat(next.traceId()).isEqualTo(TRACE))
                .satisfies(next -> assertThat(next.caller()).contains(trace.spanId()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ff-" + TRACE + "-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-" + TRACE + "-b7ad6b7169203331",
                "00-" + TRACE + "-b7ad6b7169203331-01-more",
                "00-" + TRACE + "-b7ad6b7169203331-01-",
                "00-" + TRACE + "x-b7ad6b7169203331-01",
                "\n00-" + TRACE + "-b7ad6b7169203331-01"
            })
    void another_header_begins_a_trace(String header) {
        Trace trace = Traces.continued(Optional.of(header));
        assertThat(trace.traceId()).isNotEqualTo(TRACE);
        assertThat(trace.caller()).isEmpty();
    }

    @Test
    void a_header_of_any_length_is_not_kept() {
        String longHeader = "01-" + TRACE + "-b7ad6b7169203331-01-" + "x".repeat(10_000);
        assertThat(Traces.continued(Optional.of(longHeader)).traceId()).isNotEqualTo(TRACE);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, net/192.0.2.0",
        "2001:db8:1:2:3:4:5:6, net/2001:db8:1:0:0:0:0:0",
        "0:0:0:0:0:0:0:1, net/0:0:0:0:0:0:0:0",
        "example.org, service",
        "'', service",
        "1 2, service"
    })
    void an_address_is_kept_as_its_network(String address, String place) {
        assertThat(Traces.place(address)).isEqualTo(place);
    }

    @Test
    void no_two_traces_are_alike() {
        assertThat(Traces.fresh()).isNotEqualTo(Traces.fresh());
    }
}
