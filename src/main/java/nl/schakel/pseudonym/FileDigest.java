package nl.schakel.pseudonym;

/**
 * A keyed digest of one uploaded file, fed while the file is read. It recognizes the same file again; unlike a bare hash
 * it cannot be used to confirm a guess of the file's content. Not thread-safe; used once.
 */
public interface FileDigest {
    /** Adds {@code length} bytes from {@code offset}. @throws IndexOutOfBoundsException outside the array */
    void update(byte[] bytes, int offset, int length);

    /** The digest of everything added, 32 bytes. Ends the digest. @throws IllegalStateException when called again */
    byte[] finish();
}
