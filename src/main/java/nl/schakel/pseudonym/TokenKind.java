package nl.schakel.pseudonym;

/**
 * What a token stands for. The label enters the keyed function, so that the same text under two kinds has two unrelated
 * tokens; a label is never changed or reused.
 */
public enum TokenKind {
    /** School site, source system and pupil key of the school's administration (LAS). */
    LOCAL("local"),
    /** RINPERSOON, the person number of Statistics Netherlands (CBS). */
    RIN("rin"),
    /** The number of a pupil in the Caribbean Netherlands. */
    BES_ID("bes-id"),
    /** ECK iD, the number of the learning-material chain. */
    ECKID("eckid"),
    /** Sex; only scoped. */
    SEX("sex"),
    /** Date of birth; only scoped. */
    BIRTH_DATE("birth-date");

    private final String label;

    TokenKind(String label) {
        this.label = label;
    }

    /** The lower-case ASCII name that enters the keyed function. */
    public String label() {
        return label;
    }

    /** Whether the values are so few that a token is made only within a scope, never over all persons. */
    public boolean onlyScoped() {
        return this == SEX || this == BIRTH_DATE;
    }
}
