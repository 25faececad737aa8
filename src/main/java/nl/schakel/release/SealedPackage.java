package nl.schakel.release;

import nl.schakel.audit.SignedNote;
import nl.schakel.study.AgeRecipient;

/**
 * The encrypted package as it lies in store.
 *
 * @param size bytes of the encrypted file
 * @param digest of the encrypted file
 * @param note signature over release, digest and size; age itself does not say who encrypted
 * @param variables signed list of its variables and the ground for each, for whoever verifies the log
 * @param rows pupils in it
 * @param columns columns beside the pseudonym
 */
public record SealedPackage(
        AgeRecipient recipient,
        long size,
        Sha256 digest,
        SignedNote note,
        SignedNote variables,
        int rows,
        int columns) {}
