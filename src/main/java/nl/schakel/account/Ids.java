package nl.schakel.account;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.schakel.audit.StaffId;

/** Reads identifiers in their one written form. */
public final class Ids {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Ids() {}

    static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The account that a text names. @throws AccountRefused.UnknownAccount where it has another form */
    public static StaffId account(String text) {
        return parse(text).map(StaffId::new).orElseThrow(AccountRefused.UnknownAccount::new);
    }

    /** The token that a text names. @throws AccountRefused.UnknownToken where it has another form */
    public static TokenId token(String text) {
        return TokenId.parse(text).orElseThrow(AccountRefused.UnknownToken::new);
    }

    /** The binding that a text names. @throws AccountRefused.UnknownBinding where it has another form */
    public static BindingId binding(String text) {
        return parse(text).map(BindingId::new).orElseThrow(AccountRefused.UnknownBinding::new);
    }
}
