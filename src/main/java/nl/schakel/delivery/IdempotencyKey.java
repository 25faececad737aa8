package nl.schakel.delivery;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the sender calls one attempt, so that repeating it after a broken line has no second effect: 8 to 128 ASCII letters,
 * digits and {@code - _ . :}. Meaningful within one school only.
 */
public record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

    /** @throws IllegalArgumentException where the form is wrong; use {@link #parse} for foreign input */
    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an idempotency key");
        }
    }

    /** The key, or empty where the text has another form. */
    public static Optional<IdempotencyKey> parse(CharSequence text) {
        return FORM.matcher(text).matches() ? Optional.of(new IdempotencyKey(text.toString())) : Optional.empty();
    }
}
