package nl.schakel.extract;

/** Port: takes the content of an extract on its way out. Implemented where extracts are released. */
public interface ExtractPackager {
    /**
     * Packs and encrypts the content to the study's recipient, in the transaction that builds the extract: so that either
     * both exist, the extract and its encrypted package, or neither. Nothing in clear is stored.
     *
     * @throws nl.schakel.platform.problem.Refusal where the study cannot receive it; then nothing is built
     */
    void take(BuiltExtract extract, ExtractContent content);
}
