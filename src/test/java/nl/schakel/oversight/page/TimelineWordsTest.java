package nl.schakel.oversight.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.consent.Choice;
import nl.schakel.consent.Giver;
import nl.schakel.consent.Purpose;
import nl.schakel.delivery.DeliveryState;
import nl.schakel.delivery.Part;
import nl.schakel.linkage.Outcome;
import nl.schakel.oversight.PupilEvent;
import nl.schakel.oversight.PupilTimeline;
import nl.schakel.oversight.page.TimelineWords.Word;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.web.AVisitor;
import nl.schakel.platform.web.Language;
import nl.schakel.platform.web.PageContext;
import nl.schakel.platform.web.Texts;
import nl.schakel.release.ReleaseState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code that an event can have, from the enums, the database and the sources that write the log, has a text. */
class TimelineWordsTest {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Path MAIN = Path.of("src/main/java/nl/schakel");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static PageContext page(Language language) {
        return new PageContext(
                Texts.in(language),
                AVisitor.of(Role.PRIVACY_OFFICER.name()),
                "/portaal/inzage",
                "Titel",
                List.of(),
                List.of(),
                List.of());
    }

    private static TimelineWords words(Language language, PupilEvent event) {
        return new TimelineWords(page(language), event);
    }

    private static PupilEvent event(String kind, String place, String state, String... content) {
        return new PupilEvent(NOW, kind, place, List.of(content), state);
    }

    private static void saysInWords(PupilEvent event) {
        for (Language language : Language.values()) {
            TimelineWords words = words(language, event);
            Stream<Word> all =
                    Stream.concat(Stream.of(words.kind(), words.place(), words.state()), words.content().stream());
            assertThat(all).as("%s in %s", event, language).noneMatch(Word::code);
        }
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = TestPostgres.superuser();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> all = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> all.add(match.group(1)));
        return all;
    }

    /** What the pattern finds in the sources that hold the phrase. */
    private static Set<String> written(String phrase, String pattern) throws IOException {
        Set<String> all = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(MAIN)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(source);
                if (Pattern.compile(phrase).matcher(text).find()) {
                    all.addAll(found(Pattern.compile(pattern), text));
                }
            }
        }
        return all;
    }

    /** The states that the function of the database writes itself, by kind; none where it takes them from a table. */
    private static Map<String, Set<String>> fixedStates() throws SQLException {
        Map<String, Set<String>> states = new LinkedHashMap<>();
        for (String part : ask("select prosrc from pg_proc where oid = 'oversight.events'::regproc")
                .split("union all")) {
            String clause = part.substring(part.indexOf("select "), part.indexOf("\n    from "));
            List<String> literals = Pattern.compile("'([a-z]{2,})'")
                    .matcher(clause)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            states.put(literals.get(0), new TreeSet<>(literals.subList(1, literals.size())));
        }
        return states;
    }

    @Test
    void every_kind_and_every_state_of_the_function_has_a_text() throws Exception {
        Map<String, Set<String>> states = fixedStates();
        assertThat(states).hasSize(9);
        assertThat(states.values().stream().mapToInt(Set::size).sum()).isEqualTo(8);
        for (Map.Entry<String, Set<String>> kind : states.entrySet()) {
            for (Language language : Language.values()) {
                assertThat(words(language, event(kind.getKey(), "", "")).kind().code())
                        .as(kind.getKey())
                        .isFalse();
                for (String state : kind.getValue()) {
                    assertThat(words(language, event(kind.getKey(), "", state))
                                    .state()
                                    .code())
                            .as(kind.getKey() + " " + state)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void every_code_of_a_delivery_release_and_consent_decision_has_a_text() {
        for (Part part : Part.values()) {
            for (DeliveryState state : DeliveryState.values()) {
                saysInWords(event("levering", "99ZZ00", state.dutch(), "2021-2022", part.dutch()));
            }
        }
        for (ReleaseState state : ReleaseState.values()) {
            saysInWords(event("vrijgave", "Universiteit", state.name(), "NPO-2026-001", "Titel"));
        }
        for (Giver giver : Giver.values()) {
            for (Choice choice : Choice.values()) {
                for (Purpose purpose : Purpose.values()) {
                    saysInWords(event("toestemming", "99ZZ", choice.word(), purpose.code(), "*", giver.word()));
                }
            }
        }
    }

    @Test
    void every_outcome_and_method_of_linkage_has_a_text() throws IOException {
        Set<String> methods = written("into linkage\\.link ", "'(NUMBER_[A-Z_]+|NONE)'");
        assertThat(methods).hasSizeGreaterThan(6);
        for (String method : methods) {
            for (Outcome outcome : Outcome.values()) {
                saysInWords(event("koppeling", "Schakel", outcome.dutch(), method));
            }
        }
    }

    @Test
    void every_act_on_one_pupil_has_a_text() throws IOException {
        Set<String> acts =
                written("\\.about\\((Subject|subjects)", "\"([a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*)+)\"");
        assertThat(acts).contains("consent.record", "look-up.use").hasSizeGreaterThan(5);
        for (String act : acts) {
            for (AuditEntry.Result result : AuditEntry.Result.values()) {
                saysInWords(event("handeling", ProcessingActivity.OPERATE.uri(1), result.code(), act));
            }
        }
    }

    @Test
    void every_operation_of_the_processing_log_has_a_text() throws IOException {
        Set<String> names = written("Processing\\.ok\\(|log\\.processed\\(", "\"([A-Z][a-zë]+(?: [a-zë]+)*)\"");
        assertThat(names).contains("Vrijgave beëindigen", "Levering ontvangen").hasSizeGreaterThan(15);
        for (String name : names) {
            for (Processing.Status status : Processing.Status.values()) {
                String state = status.code().toLowerCase(Locale.ROOT);
                saysInWords(event("verwerking", ProcessingActivity.LINK.uri(1), state, name));
            }
        }
    }

    @Test
    void every_processing_activity_has_its_title_from_the_register() throws Exception {
        Properties register = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("src/main/resources/nl/schakel/audit/format/verwerkingsactiviteiten.properties"))) {
            register.load(file);
        }
        for (ProcessingActivity activity : ProcessingActivity.values()) {
            for (int version : List.of(1, 2, 10)) {
                PupilEvent event = event("verwerking", activity.uri(version), "ok", "Levering ontvangen");
                saysInWords(event);
                assertThat(words(Language.NL, event).place().text())
                        .isEqualTo(register.getProperty(activity.word() + ".titel"));
            }
        }
    }

    private static String render(Language language, boolean cut, PupilEvent... events) {
        StringOutput html = new StringOutput();
        PupilTimeline model = new PupilTimeline(true, List.of(events), cut);
        ENGINE.render("oversight/tijdlijn.jte", Map.of("page", page(language), "model", model), html);
        return html.toString();
    }

    @Test
    void the_page_has_words_in_its_language_and_days_written_out() {
        PupilEvent[] events = {
            event("register", "DUO/CBS", "geladen", "2020-10-01"),
            event("toestemming", "99ZZ", "gegeven", "sociaal-emotioneel", "*", "ouder-1"),
            event("verwerking", "urn:schakel:verwerking:koppelen:1", "ok", "Leerlingen koppelen"),
            event("handeling", "urn:schakel:verwerking:bezwaar-vastleggen:1", "denied", "objection.record"),
        };
        assertThat(render(Language.NL, false, events))
                .contains("1 oktober 2020", "toestemming gegeven", "alle vragenlijsten", "leerlingen koppelen")
                .contains("Bezwaar vastleggen", "de school legde een bezwaar vast", "geweigerd")
                .doesNotContain("urn:", "objection.record", "denied", "[oversight", "<code>");
        assertThat(render(Language.EN, false, events))
                .contains("1 October 2020", "consent granted", "all questionnaires", "linking pupils", "refused")
                .doesNotContain("urn:", "koppelen", "gegeven", "[oversight", "<code>");
    }

    @Test
    void what_has_no_text_stands_there_as_a_code() {
        assertThat(render(Language.NL, false, event("handeling", "urn:schakel:verwerking:x:9", "later", "x.y")))
                .contains("<code>urn:schakel:verwerking:x:9</code>", "<code>later</code>", "<code>x.y</code>");
    }

    @ParameterizedTest
    @EnumSource
    void the_page_says_that_older_lines_of_the_log_are_left_out(Language language) {
        String note = Texts.in(language).text("oversight.tijdlijn.ingekort");
        String number = page(language).number(1000);
        assertThat(render(language, true, event("bezwaar", "99ZZ", "geldt"))).contains(note, number);
        assertThat(render(language, false, event("bezwaar", "99ZZ", "geldt"))).doesNotContain(note);
    }
}
