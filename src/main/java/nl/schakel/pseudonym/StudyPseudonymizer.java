package nl.schakel.pseudonym;

/** Makes the pseudonyms of one study. Thread-safe. Source: LVS-PSN-1, {@code K_proj} and {@code RP}. */
public interface StudyPseudonymizer {
    /** The research pseudonym of a person: the same each time, unrelated to that of any other study. */
    ResearchPseudonym of(PersonKey person);

    /**
     * A key of 16 bytes by which the rows of an extract are sorted, so that their order tells nothing: unrelated to the
     * pseudonym, to the order of arrival and to the order in any other study. Never released.
     */
    byte[] rowOrder(PersonKey person);
}
