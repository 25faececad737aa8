package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Studies of the played world, approved by both sides. */
final class StudyWishes {
    private static final String WISH =
            """
            {"titel": "Toets %1$s", "doel": "Nagaan wat er gebeurt.", "instelling": "Universiteit van Voorbeeld",
             "team": [], "variabelen": [{"naam": "geslacht", "reden": "Verschil."},
             {"naam": "leerjaar", "reden": "Groep."}, {"naam": "%1$s", "reden": "Vraag."}],
             "schooljaren": ["2021-2022"], "jaargroepen": [], "periodeVan": "2021-08-01", "periodeTot": "2022-07-31",
             "einddatum": "2027-12-31", "sleutel": "%2$s"}
            """;

    private StudyWishes() {}

    /** A new approved study that asks for the variable; its id. */
    static String approved(PlayedWorld world, String variable) throws IOException, InterruptedException {
        TokenClient researcher = world.as("onderzoeker");
        TokenClient.Answer asked = researcher.post("onderzoeken", WISH.formatted(variable, world.publicKey()));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String study = asked.id();
        ok(researcher.post("onderzoeken/" + study + "/indiening", "{}"));
        for (String side : new String[] {"steward", "privacy"}) {
            ok(world.as(side)
                    .post(
                            "onderzoeken/" + study + "/beoordelingen",
                            "{\"oordeel\": \"GOEDKEUREN\", \"reden\": \"Past bij de vraag.\"}"));
        }
        return study;
    }

    /** Builds an extract of the study, or finds the one that was built under the key; its id. */
    static String built(PlayedWorld world, String study, String key) throws IOException, InterruptedException {
        TokenClient.Answer built = world.as("steward").post("onderzoeken/" + study + "/extracten", "{}", key);
        assertThat(built.status()).as(built.body()).isEqualTo(201);
        return built.id();
    }

    private static void ok(TokenClient.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    }
}
