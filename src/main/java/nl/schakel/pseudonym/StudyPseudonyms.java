package nl.schakel.pseudonym;

/** Port: the research pseudonyms of studies, by the research root of holder B. Thread-safe. */
public interface StudyPseudonyms {
    /**
     * The pseudonymizer of one study. Two studies, or two versions of one, share no pseudonym.
     *
     * @param studyCode the code of the study, not empty, stable for its whole life
     * @param version 1 or more; raised when pseudonyms must be issued anew
     * @throws PseudonymRefused.Suspended where the key store of holder B is missing or holds other keys
     */
    StudyPseudonymizer forStudy(String studyCode, int version);
}
