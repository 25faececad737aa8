package nl.schakel.platform.secret;

/**
 * A holder's keys cannot be used. The message names the file or the key id and the reason, never a key or pass-phrase, and
 * may be shown to the operator.
 */
public final class KeysUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the keys cannot be used. */
    public enum Reason {
        /** There is no key store at the configured place. */
        STORE_MISSING,
        /** There is no pass-phrase file at the configured place. */
        PASSPHRASE_MISSING,
        /** The pass-phrase has fewer than 20 characters. */
        PASSPHRASE_SHORT,
        /** The pass-phrase is another one, or the store is damaged, or the token's library, slot or PIN is wrong. */
        NOT_OPENED,
        /** The store opens but lacks a key that is needed. */
        KEY_MISSING,
        /** A key in a hardware token is not marked sensitive and not extractable. */
        KEY_EXTRACTABLE,
        /** What computes in the process of the keys, a native library or a token, gave a result that cannot be. */
        FAULTY,
        /** A key of {@code keys-example} outside the development profile. */
        EXAMPLE_KEY,
        /** A key is not the one that the stored tokens were made with. */
        OTHER_KEY
    }

    private final Reason reason;
    private final String subject;

    /** @param subject the file or key id concerned, never a secret */
    public KeysUnavailable(Reason reason, Object subject) {
        super(reason + ": " + subject, null, false, false);
        this.reason = reason;
        this.subject = subject.toString();
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why, in Dutch, for the person at the terminal: a clause that names the file or the key id. */
    public String told() {
        return switch (reason) {
            case STORE_MISSING -> "de kluis " + subject + " is er niet";
            case PASSPHRASE_MISSING -> "het bestand met de wachtzin " + subject + " is er niet";
            case PASSPHRASE_SHORT -> "de wachtzin in " + subject + " is korter dan 20 tekens";
            case KEY_MISSING -> "er ontbreekt een sleutel: " + subject;
            case NOT_OPENED ->
                "de kluis " + subject + " gaat niet open: een andere wachtzin, of een beschadigd bestand";
            case EXAMPLE_KEY -> "een voorbeeldsleutel beschermt niets en mag hier niet: " + subject;
            case OTHER_KEY -> "dit is een andere sleutel dan de dienst kent, of een vernietigde: " + subject;
            case KEY_EXTRACTABLE -> "een sleutel kan het hardwaretoken verlaten: " + subject;
            case FAULTY -> "wat met de sleutels rekent, geeft uitkomsten die niet kunnen: " + subject;
        };
    }
}
