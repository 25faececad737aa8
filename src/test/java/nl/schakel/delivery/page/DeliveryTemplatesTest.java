package nl.schakel.delivery.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.schakel.delivery.Delivery;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.DeliveryState;
import nl.schakel.delivery.FileFormat;
import nl.schakel.delivery.Findings;
import nl.schakel.delivery.NumberMode;
import nl.schakel.delivery.Place;
import nl.schakel.delivery.Receipt;
import nl.schakel.delivery.ReceiptNumber;
import nl.schakel.delivery.RowFault;
import nl.schakel.delivery.Tally;
import nl.schakel.platform.web.AVisitor;
import nl.schakel.platform.web.FieldFault;
import nl.schakel.platform.web.Language;
import nl.schakel.platform.web.PageContext;
import nl.schakel.platform.web.Texts;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import nl.schakel.school.SchoolYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryTemplatesTest {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    static Stream<Delivery> deliveries() {
        return Arrays.stream(DeliveryState.values())
                .flatMap(state -> Stream.of(FileFormat.EDEXML_2_1, FileFormat.UWLR_RESULTS_2_2, FileFormat.SOCIAL_CSV)
                        .map(format -> delivery(state, format)));
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void every_state_of_every_part_has_its_words_in_both_languages(Delivery delivery) {
        for (Language language : Language.values()) {
            for (String template : List.of("levering", "bewijs", "goedkeuren", "intrekken")) {
                String html = render(template, language, new ReceiptView(receipt(delivery), "ontvangen"));
                assertThat(html).as(template).doesNotContain("[delivery.").doesNotContain("null");
            }
            assertThat(render("lijst", language, new DeliveryList(List.of(delivery))))
                    .doesNotContain("[delivery.");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_other_pages_have_their_words(Language language) {
        assertThat(render("lijst", language, new DeliveryList(List.of()))).doesNotContain("[delivery.");
        assertThat(render("nieuw", language, UploadView.empty("", List.of(CANARIES))))
                .doesNotContain("[delivery.");
        assertThat(render("hulp", language, "")).doesNotContain("[delivery.");
    }

    @Test
    void the_result_begins_with_one_sentence_and_groups_faults_by_cause() {
        String html = render(
                "levering",
                Language.NL,
                new ReceiptView(receipt(delivery(DeliveryState.RECEIVED, FileFormat.EDEXML_2_1)), ""));
        assertThat(html)
                .contains("202 van 214 leerlingen zijn in orde.")
                .contains("LV-0114")
                .contains("regel 17, leerling/bsn")
                .contains("en nog 10 keer")
                .contains("/goedkeuring");
    }

    @Test
    void the_form_sends_its_secret_and_its_file_last() {
        String html = render("nieuw", Language.NL, UploadView.empty("", List.of(CANARIES)));
        int secret = html.indexOf("name=\"_csrf\" value=\"geheim\"", html.indexOf("multipart/form-data"));
        assertThat(secret).isPositive();
        assertThat(html.indexOf("name=\"sleutel\"")).isGreaterThan(secret);
        assertThat(html.lastIndexOf("<input")).isEqualTo(html.indexOf("<input id=\"bestand\""));
    }

    @Test
    void without_keys_the_form_has_no_script() {
        assertThat(render("nieuw", Language.NL, UploadView.empty("", List.of(CANARIES))))
                .contains("<script type=\"module\" src=\"/script/blind/pagina.js\"></script>")
                .contains("id=\"blind\" hidden")
                .contains("data-kanaries=\"1 02 AQ")
                .contains("id=\"blind-eerste\" hidden")
                .doesNotContain("name=\"eerste-sleutel\"")
                .doesNotContain("nieuwe-sleutel");
        assertThat(render("nieuw", Language.NL, UploadView.empty("", List.of())))
                .doesNotContain("<script", "data-kanaries");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void while_the_service_goes_over_to_another_key_the_form_asks_which(Language language) {
        List<EvaluatedNumber> outputs =
                CANARIES.outputs().stream().map(y -> y.ofVersion(2)).toList();
        List<Canaries> versions = List.of(new Canaries(2, "03", outputs), CANARIES);
        String html = render("nieuw", language, UploadView.empty("", versions));
        assertThat(html)
                .containsPattern("data-kanaries=\"2 03 2\\.AQ\\S{41} 2\\.AQ\\S{41};1 02 AQ\\S{41} AQ\\S{41}\"")
                .containsPattern("<div [^>]*id=\"blind-bevestiging\" hidden>")
                .doesNotContain("[delivery.");
        assertThat(html).as("it is not sent").doesNotContain("name=\"nieuwe-sleutel\"");
    }

    @Test
    void who_chose_blind_keeps_it_after_a_refusal_and_after_a_check() {
        String again = render(
                "nieuw",
                Language.NL,
                UploadView.after(Map.of("wijze", "blind", "stap", "controleren"), List.of(CANARIES)));
        assertThat(again).containsPattern("value=\"blind\" checked").doesNotContainPattern("value=\"direct\" checked");
        Delivery checked = delivery(DeliveryState.CHECKED, FileFormat.EDEXML_2_1, NumberMode.BLIND);
        assertThat(render("levering", Language.NL, new ReceiptView(receipt(checked), "")))
                .contains("href=\"/portaal/leveringen/nieuw?wijze=blind\"");
        assertThat(render("nieuw", Language.NL, UploadView.empty("blind", List.of(CANARIES))))
                .containsPattern("value=\"blind\" checked");
    }

    @Test
    void direct_is_what_anybody_else_gets() {
        for (String mode : List.of("", "direct", "BLIND", "iets anders")) {
            assertThat(render("nieuw", Language.NL, UploadView.empty(mode, List.of(CANARIES))))
                    .containsPattern("value=\"direct\" checked")
                    .doesNotContainPattern("value=\"blind\" checked")
                    .doesNotContain("disabled");
        }
        Delivery checked = delivery(DeliveryState.CHECKED, FileFormat.EDEXML_2_1);
        assertThat(render("levering", Language.NL, new ReceiptView(receipt(checked), "")))
                .contains("href=\"/portaal/leveringen/nieuw\"");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void who_chose_blind_does_not_send_direct_unasked_without_script_or_keys(Language language) {
        for (List<Canaries> canaries : List.of(List.of(CANARIES), List.<Canaries>of())) {
            String html = render("nieuw", language, UploadView.empty("blind", canaries));
            assertThat(html).containsPattern("type=\"submit\" disabled").doesNotContain("[delivery.");
            assertThat(html.contains("<noscript>")).isEqualTo(!canaries.isEmpty());
        }
    }

    private static Receipt receipt(Delivery delivery) {
        RowFault fault = new RowFault(3, new Place(17, "leerling/bsn"), DeliveryRule.PGN_ELEVEN_TEST);
        Findings findings = new Findings(
                Map.of(DeliveryRule.PGN_ELEVEN_TEST, 12L), Map.of(DeliveryRule.SEX_MISSING, 1L), List.of(fault, fault));
        return new Receipt(delivery, findings, false);
    }

    private static final Canaries CANARIES =
            new Canaries(1, "02", List.of(EvaluatedNumber.of(one()), EvaluatedNumber.of(one())));

    private static byte[] one() {
        byte[] bytes = new byte[EvaluatedNumber.LENGTH];
        bytes[0] = 1;
        return bytes;
    }

    private static Delivery delivery(DeliveryState state, FileFormat format) {
        return delivery(state, format, NumberMode.DIRECT);
    }

    private static Delivery delivery(DeliveryState state, FileFormat format, NumberMode mode) {
        Delivery.Moments moments = new Delivery.Moments(AT, Optional.of(AT), Optional.of(AT), Optional.of(AT));
        return new Delivery(
                DeliveryId.random(),
                new SchoolSite(new Brin("99ZZ"), "00"),
                new SchoolYear(2021),
                format,
                mode,
                state,
                new ReceiptNumber("00000-11111-22222-33333-44444-55555"),
                new Tally(214, 200, 12, 2, 0, 0),
                202,
                moments);
    }

    private static String render(String template, Language language, Object model) {
        PageContext page = new PageContext(
                Texts.in(language),
                AVisitor.ofSchool("99ZZ"),
                "/portaal/leveringen",
                "Titel",
                List.of(),
                List.of(),
                List.<FieldFault>of());
        Map<String, Object> parameters = new HashMap<>(Map.of("page", page));
        if (!"".equals(model)) {
            parameters.put("model", model);
        }
        StringOutput html = new StringOutput();
        ENGINE.render("delivery/" + template + ".jte", parameters, html);
        return html.toString();
    }
}
