package nl.schakel.platform.secret;

import java.nio.file.Path;

/**
 * Where one holder's keys lie: the key store and, apart from it, the file with its pass-phrase. Paths may be printed;
 * what they lead to may not.
 *
 * @param store the key store, BCFKS
 * @param passphrase a UTF-8 file whose first line is the pass-phrase, 20 characters or more
 */
public record HolderFiles(Path store, Path passphrase) {}
