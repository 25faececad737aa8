package nl.schakel.audit;

import java.time.Period;

/** Kinds of data that are kept for a time, and for how long where nobody configured it. */
public enum Kept {
    /** Content of deliveries and registers, after the school year it is about. */
    CONTENT("schakel.bewaren.inhoud", Period.ofYears(12)),
    /** Entries and lines of the log. */
    LOG("schakel.bewaren.logboek", Period.ofYears(7)),
    /** Accounts that ended. */
    ACCOUNTS("schakel.bewaren.accounts", Period.ofYears(1));

    private final String key;
    private final Period usual;

    Kept(String key, Period usual) {
        this.key = key;
        this.usual = usual;
    }

    /** The key of configuration. */
    public String key() {
        return key;
    }

    /** The word in texts for which the period stands. */
    public String dutch() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** How long where nobody configured it. */
    public Period usual() {
        return usual;
    }
}
