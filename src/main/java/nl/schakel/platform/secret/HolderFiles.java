package nl.schakel.platform.secret;

import java.nio.file.Path;

/**
 * Where one holder's keys lie: the key store or hardware token and, apart from it, the file with its pass-phrase or PIN. Paths may be printed;
 * what they lead to may not.
 *
 * @param store the key store, BCFKS; for a token a configuration of the JDK's SunPKCS11 provider
 * @param passphrase a UTF-8 file whose first line is the pass-phrase, 20 characters or more; for a token its PIN
 * @param medium what holds the keys
 */
public record HolderFiles(Path store, Path passphrase, Medium medium) {
    /** What holds the keys. */
    public enum Medium {
        /** The file itself. */
        FILE,
        /** A hardware token, which the file configures. */
        TOKEN,
        /** Another process behind a Unix socket, which the file is. */
        PROCESS
    }

    /** Keys in a file. */
    public HolderFiles(Path store, Path passphrase) {
        this(store, passphrase, Medium.FILE);
    }

    /** Keys in a process of their own. It knows the pass-phrase; here the socket stands in both places. */
    public static HolderFiles inProcess(Path socket) {
        return new HolderFiles(socket, socket, Medium.PROCESS);
    }

    /** Keys in a hardware token. */
    public static HolderFiles inToken(Path configuration, Path pin) {
        return new HolderFiles(configuration, pin, Medium.TOKEN);
    }
}
