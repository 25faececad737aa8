package nl.schakel.audit.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import nl.schakel.audit.ManifestSigner;
import nl.schakel.audit.SignedNote;

/** Signs manifests with the key {@code manifest}. Thread-safe. */
@Dependent
public class NoteSigner implements ManifestSigner {
    /** The name of the manifest key in notes and in its verification key. */
    public static final String KEY_NAME = "schakel/manifest";

    private final HeldNotes notes;

    /** Uses the manifest key of this holder. */
    @Inject
    public NoteSigner(LogHolder holder) {
        this.notes = new HeldNotes(holder, "manifest", KEY_NAME);
    }

    @Override
    public SignedNote sign(String text) {
        return notes.sign(text);
    }

    @Override
    public String verificationKey() {
        return notes.verificationKey();
    }
}
