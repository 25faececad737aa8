package nl.schakel.pseudonym;

import java.util.Arrays;
import java.util.Optional;

/** A step of key care, which two custodians of one holder take together. */
public enum KeyAct {
    /** New keys lie in the store: they become known, before their use. */
    CREATE("aanmaken"),
    /** Keys come into use. */
    ACTIVATE("activeren"),
    /** The stored values get the layer of the next linkage key. */
    ROTATE("roteren"),
    /** A new series of keys begins, and with it a change that stays open. */
    OPEN("openen"),
    /** The change that is open ends: values of the earlier series are erased. */
    CLOSE("sluiten"),
    /** The service stops using the holder's keys at once. */
    SUSPEND("schorsen"),
    /** The service opens the holder's store anew and uses it. */
    RESUME("hervatten"),
    /** Keys are not used for anything new any more. */
    DEACTIVATE("buiten-gebruik-stellen"),
    /** Somebody who should not may know the keys. */
    COMPROMISE("gelekt-melden"),
    /** All copies of the keys were destroyed. */
    DESTROY("vernietigen"),
    /** The check values that the custodians state are those of the service's store. */
    VERIFY("controleren"),
    /** A reserve copy was made and its unlock key split. */
    SPLIT("splitsen"),
    /** A store was recovered from the reserve copy and shares. */
    RECOVER("herstellen");

    private final String code;

    KeyAct(String code) {
        this.code = code;
    }

    /** The name in the API and in addresses. */
    public String code() {
        return code;
    }

    /** Whether the step is about the holder as a whole and names no key. */
    public boolean ofHolder() {
        return this == SUSPEND || this == RESUME || this == CLOSE;
    }

    /** Whether only custodians of holder B take the step, over the stored values. */
    public boolean ofStoredValues() {
        return this == ROTATE || this == OPEN || this == CLOSE;
    }

    /** Whether the custodians state the check value of each key. */
    public boolean statesCheckValues() {
        return this == CREATE || this == VERIFY || this == SPLIT || this == RECOVER;
    }

    /** Whether the step can be taken before there is a service, in minutes: the first keys, and their reserve copy. */
    public boolean beforeService() {
        return this == CREATE || this == SPLIT;
    }

    /** The act of this name, if there is one. */
    public static Optional<KeyAct> parse(String code) {
        return Arrays.stream(values()).filter(act -> act.code.equals(code)).findFirst();
    }
}
