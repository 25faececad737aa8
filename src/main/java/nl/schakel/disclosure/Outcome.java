package nl.schakel.disclosure;

/** What came of an attempt to make a table safe. */
public sealed interface Outcome permits Anonymized, NotPossible {}
