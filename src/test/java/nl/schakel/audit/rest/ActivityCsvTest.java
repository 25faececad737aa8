package nl.schakel.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.schakel.audit.ActivityField;
import nl.schakel.audit.HeadField;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingRegister;
import nl.schakel.audit.RegisterText;
import nl.schakel.audit.TheRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityCsvTest {
    private static final Instant FIRST = Instant.parse("2026-08-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-22T12:00:00Z");

    private static ProcessingRegister register(String purpose) {
        Map<ActivityField, String> before = TheRegister.activity(ProcessingActivity.LINK, "eerst");
        Map<ActivityField, String> after = TheRegister.activity(ProcessingActivity.LINK, "eerst");
        after.put(ActivityField.PURPOSE, purpose);
        return new ProcessingRegister(
                List.of(new RegisterText<>(1, FIRST, TheRegister.head("kop"))),
                Map.of(
                        "koppelen",
                        List.of(new RegisterText<>(2, SECOND, after), new RegisterText<>(1, FIRST, before))));
    }

    @Test
    void every_version_is_a_line_with_all_columns() {
        List<String> lines = ActivityCsv.of(register("doel")).lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("id;versie;geldigVanaf;titel;doel;grondslag;betrokkenen;gegevens;ontvangers;bewaartermijn;"
                        + "verwerkingsverantwoordelijke;verwerker;functionaris;doorgifte;beveiliging");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("urn:schakel:verwerking:koppelen:2;2;2026-11-22T12:00:00Z;");
        assertThat(lines.get(2)).startsWith("urn:schakel:verwerking:koppelen:1;1;2026-08-01T00:00:00Z;");
        assertThat(lines).allSatisfy(line -> assertThat(line.split(";")).hasSize(3 + 7 + HeadField.values().length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+31 6", "-1", "@som", "\tx", "＝1", "＋1", "－1", "＠x"})
    void no_field_becomes_a_formula(String text) {
        assertThat(ActivityCsv.of(register(text))).contains(";'" + text + ";");
    }

    @Test
    void quotes_and_separators_stay_within_their_field() {
        assertThat(ActivityCsv.of(register("a;\"b\""))).contains(";\"a;\"\"b\"\"\";");
    }

    @Test
    void json_says_what_a_version_changed() {
        JsonObject json = ActivityJson.of(register("ander doel"));
        JsonObject activity = json.getJsonArray("verwerkingsactiviteiten").getJsonObject(0);
        assertThat(activity.getString("id")).isEqualTo("urn:schakel:verwerking:koppelen:2");
        JsonObject newest = activity.getJsonArray("versies").getJsonObject(0);
        assertThat(newest.getJsonArray("gewijzigd")).hasSize(1);
        JsonObject change = newest.getJsonArray("gewijzigd").getJsonObject(0);
        assertThat(change.getString("veld")).isEqualTo("doel");
        assertThat(change.getString("was")).isEqualTo("koppelen doel eerst");
        assertThat(change.getString("wordt")).isEqualTo("ander doel");
        assertThat(activity.getJsonArray("versies").getJsonObject(1)).doesNotContainKey("gewijzigd");
        assertThat(json.getJsonObject("register").getJsonArray("versies").getJsonObject(0))
                .containsKeys("versie", "geldigVanaf", "verwerkingsverantwoordelijke", "functionaris");
    }
}
