package nl.schakel.delivery;

import java.io.InputStream;
import java.util.Optional;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * What came with a file, as text; null or empty where it was not sent.
 *
 * @param key the idempotency key; a check needs none
 * @param trial {@code true} to check only, {@code false} or nothing to store
 * @param year school year as {@code 2021-2022}
 * @param site vestigingsnummer, two digits
 * @param mode {@code blind} where the numbers were evaluated blind, {@code direct} or nothing otherwise
 */
public record UploadFields(
        @Nullable String key,
        @Nullable String trial,
        @Nullable String year,
        @Nullable String site,
        @Nullable String mode) {
    private static final IdempotencyKey NONE_FOR_A_CHECK = new IdempotencyKey("controle");

    /**
     * The upload of a school that these fields describe.
     *
     * @throws DeliveryRefused.FieldWrong where a text has the wrong form
     * @throws DeliveryRefused.KeyUnusable where the key is missing or has the wrong form
     */
    public Upload upload(InputStream body, Brin school) {
        boolean check = onlyCheck();
        return new Upload(
                body,
                check ? NONE_FOR_A_CHECK : idempotencyKey(),
                check,
                numberMode(),
                schoolYear(),
                schoolSite(school));
    }

    private boolean onlyCheck() {
        return switch (sent(trial).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new DeliveryRefused.FieldWrong("proef");
        };
    }

    private IdempotencyKey idempotencyKey() {
        return sent(key).flatMap(IdempotencyKey::parse).orElseThrow(DeliveryRefused.KeyUnusable::new);
    }

    private NumberMode numberMode() {
        return NumberMode.parse(sent(mode).orElse(NumberMode.DIRECT.dutch()))
                .orElseThrow(() -> new DeliveryRefused.FieldWrong("wijze"));
    }

    private Optional<SchoolYear> schoolYear() {
        return sent(year)
                .map(text -> SchoolYear.parse(text).orElseThrow(() -> new DeliveryRefused.FieldWrong("schooljaar")));
    }

    private Optional<SchoolSite> schoolSite(Brin school) {
        return sent(site).map(text -> SchoolSite.parse(school.value() + text)
                .orElseThrow(() -> new DeliveryRefused.FieldWrong("vestiging")));
    }

    private static Optional<String> sent(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }
}
