package nl.schakel.delivery.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.schakel.delivery.SchoolUploads.NotDelivered;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.Evaluations;

/** What the service answers about blind evaluation, once for each version of the key in use: the newest first. */
final class BlindAnswers {
    private static final Pattern PUBLIC_KEY = Pattern.compile("0[23][0-9a-f]{64}");
    private static final int MOST_VERSIONS = 999_999;

    private BlindAnswers() {}

    /** The published canaries. @throws NotDelivered where the answer is something else */
    static List<Canaries> canaries(JsonObject answer) {
        return versions(answer, Canaries::version, BlindAnswers::canariesOf);
    }

    /** The evaluations of points. @throws NotDelivered where the answer is something else */
    static List<Evaluations> evaluations(JsonObject answer) {
        return versions(answer, Evaluations::version, BlindAnswers::evaluationsOf);
    }

    private static <T> List<T> versions(
            JsonObject answer, Function<T, Integer> version, Function<JsonObject, T> reading) {
        T newest = reading.apply(answer);
        if (!answer.containsKey("vorige")) {
            return List.of(newest);
        }
        T earlier = reading.apply(read(answer, "vorige", JsonObject.class));
        if (version.apply(earlier) >= version.apply(newest)) {
            throw unreadable();
        }
        return List.of(newest, earlier);
    }

    private static Canaries canariesOf(JsonObject one) {
        int version = version(one);
        List<EvaluatedNumber> outputs = elements(one, "kanaries", JsonObject.class).stream()
                .map(canary -> EvaluatedNumber.parse(text(canary, "uitkomst"))
                        .filter(output -> output.version() == version)
                        .orElseThrow(BlindAnswers::unreadable))
                .toList();
        if (outputs.size() != Canaries.COUNT) {
            throw unreadable();
        }
        return new Canaries(version, publicKey(one), outputs);
    }

    private static Evaluations evaluationsOf(JsonObject one) {
        List<BlindedElement> points = elements(one, "evaluaties", JsonString.class).stream()
                .map(text -> BlindedElement.parse(text.getString()).orElseThrow(BlindAnswers::unreadable))
                .toList();
        return new Evaluations(version(one), publicKey(one), points);
    }

    private static int version(JsonObject one) {
        JsonNumber number = read(one, "versie", JsonNumber.class);
        return Optional.of(number)
                .filter(JsonNumber::isIntegral)
                .map(JsonNumber::longValue)
                .filter(version -> version >= 1 && version <= MOST_VERSIONS)
                .map(Long::intValue)
                .orElseThrow(BlindAnswers::unreadable);
    }

    private static String publicKey(JsonObject one) {
        String key = text(one, "sleutel");
        if (!PUBLIC_KEY.matcher(key).matches()) {
            throw unreadable();
        }
        return key;
    }

    private static String text(JsonObject object, String name) {
        return read(object, name, JsonString.class).getString();
    }

    private static <T extends JsonValue> List<T> elements(JsonObject object, String name, Class<T> type) {
        JsonArray array = read(object, name, JsonArray.class);
        if (!array.stream().allMatch(type::isInstance)) {
            throw unreadable();
        }
        return array.getValuesAs(type);
    }

    private static <T extends JsonValue> T read(JsonObject object, String name, Class<T> type) {
        return Optional.ofNullable(object.get(name))
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(BlindAnswers::unreadable);
    }

    private static NotDelivered unreadable() {
        return new NotDelivered("het antwoord van de dienst is niet te lezen");
    }
}
