package nl.schakel.pseudonym.client;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.schakel.pseudonym.CeremonyDesk;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.KeyWish;
import nl.schakel.pseudonym.LostPersons;

/** The API of a service, by the JDK's client. Follows no redirect, so that the tokens go nowhere else. */
public final class HttpCeremonyDesk implements CeremonyDesk {
    private static final String PATH = "/api/v1/sleutelhandelingen";
    private static final String COUNTED = "/api/v1/sleutels?tellen=true";
    private static final Duration CONNECTING = Duration.ofSeconds(30);
    private static final Duration ROTATING = Duration.ofHours(2);

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** For the service loader. */
    public HttpCeremonyDesk() {}

    @Override
    public List<String> take(Table table, KeyWish wish) {
        requireSafe(table.service());
        JsonObject step = post(table.service().resolve(PATH), table.first(), body(wish));
        String id = step.getString("id", "");
        try {
            post(table.service().resolve(PATH + "/" + id + "/bevestiging"), table.second(), "");
        } catch (CeremonyFailed e) {
            withdraw(table, id);
            throw e;
        }
        return step.get("wordt") instanceof JsonArray names ? names.getValuesAs(JsonString::getString) : List.of();
    }

    @Override
    public LostPersons lost(Table table) {
        requireSafe(table.service());
        JsonObject keys =
                answer(request(table.service().resolve(COUNTED), table.first()).GET());
        if (!(keys.get("nietTeruggezien") instanceof JsonObject unseen)) {
            throw new CeremonyFailed("er is geen sleutelwissel open");
        }
        return new LostPersons(unseen.getInt("personen"), unseen.getInt("metBesluit"));
    }

    /** Tokens go over TLS, or do not leave the computer. */
    private static void requireSafe(URI service) {
        String scheme = String.valueOf(service.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(service.getHost()).toLowerCase(Locale.ROOT);
        boolean stays = scheme.equals("http") && LOOPBACK.matcher(host).matches();
        boolean sealed = scheme.equals("https") && service.getHost() != null;
        if (!stays && !sealed) {
            throw new CeremonyFailed(
                    "het adres van de dienst begint met https://, anders zijn de tokens onderweg te lezen");
        }
    }

    /** The step must not wait for a confirmation that nobody means any more. */
    private void withdraw(Table table, String id) {
        try {
            post(table.service().resolve(PATH + "/" + id + "/afwijzing"), table.first(), "");
        } catch (CeremonyFailed e) {
            // it expires after a day, or was settled by the failed request after all
        }
    }

    private static String body(KeyWish wish) {
        JsonArrayBuilder keys = Json.createArrayBuilder();
        wish.keys().forEach((id, checkValue) -> {
            var key = Json.createObjectBuilder().add("sleutel", id);
            keys.add(checkValue.isEmpty() ? key : key.add("controlewaarde", checkValue));
        });
        JsonObjectBuilder step = Json.createObjectBuilder()
                .add("handeling", wish.act())
                .add("sleutels", keys)
                .add("oefening", wish.rehearsal());
        wish.loses()
                .ifPresent(lost -> step.add(
                        "nietTeruggezien",
                        Json.createObjectBuilder()
                                .add("personen", lost.persons())
                                .add("metBesluit", lost.decided())));
        wish.minutes()
                .ifPresent(minutes -> step.add(
                        "notulen",
                        Json.createObjectBuilder()
                                .add("moment", minutes.moment())
                                .add("bewaarders", Json.createArrayBuilder(minutes.custodians()))));
        return step.build().toString();
    }

    private JsonObject post(URI address, String token, String body) {
        return answer(request(address, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .timeout(ROTATING)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "nl");
    }

    private JsonObject answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            JsonObject json = json(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new CeremonyFailed("de dienst weigert (" + answer.statusCode() + "): "
                        + json.getString("title", "zonder uitleg") + facts(json));
            }
            return json;
        } catch (IOException e) {
            throw new CeremonyFailed("de dienst is niet bereikbaar", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CeremonyFailed("onderbroken", e);
        }
    }

    private static String facts(JsonObject problem) {
        StringBuilder facts = new StringBuilder();
        for (String name : new String[] {"sleutel", "sleutels", "staat", "sleutelhouder", "rol"}) {
            if (problem.containsKey(name)) {
                facts.append(", ").append(name).append(' ').append(problem.get(name));
            }
        }
        if (problem.get("fouten") instanceof JsonArray faults) {
            for (JsonObject fault : faults.getValuesAs(JsonObject.class)) {
                facts.append(", verwacht: ").append(fault.getString("verwacht", ""));
            }
        }
        return facts.toString();
    }

    private static JsonObject json(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }
}
