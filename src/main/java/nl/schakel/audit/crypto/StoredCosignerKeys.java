package nl.schakel.audit.crypto;

import java.security.SecureRandom;
import java.util.List;
import nl.schakel.audit.Cosigner;
import nl.schakel.audit.CosignerKeys;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.VerificationKey;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.platform.secret.SecretBytes;

/** The keys of a witness in a store of their own: {@code cosign} and the seed {@code cosign-ml-dsa-44}. */
public final class StoredCosignerKeys implements CosignerKeys {
    private static final String ED25519 = "cosign";
    private static final String ML_DSA_44 = "cosign-ml-dsa-44";

    /** For the service loader. */
    public StoredCosignerKeys() {}

    @Override
    public List<VerificationKey> draw(HolderFiles files, String name) {
        SecureRandom random = new SecureRandom();
        try (KeyEntries entries = new KeyEntries()) {
            entries.withSigning(ED25519, random).withSecret(ML_DSA_44, random).writeTo(files);
        }
        return open(files, name).keys();
    }

    @Override
    public Cosigner open(HolderFiles files, String name) {
        try (HolderStore store = HolderStore.open(files, ExampleKeys.REFUSED);
                SecretBytes seed = store.secret(ML_DSA_44)) {
            return new HeldCosigner(List.of(
                    NoteKey.ed25519(name, SignatureType.COSIGNATURE, store.signing(ED25519)),
                    NoteKey.mlDsa44(name, seed)));
        }
    }

    private record HeldCosigner(List<NoteKey> pairs) implements Cosigner {
        @Override
        public List<VerificationKey> keys() {
            return pairs.stream().map(NoteKey::verification).toList();
        }

        @Override
        public List<NoteSignature> cosign(String text, long time) {
            return pairs.stream().map(key -> key.sign(text, time)).toList();
        }
    }
}
