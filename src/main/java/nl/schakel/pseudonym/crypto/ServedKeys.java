package nl.schakel.pseudonym.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderFiles.Medium;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.HolderToken;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.pseudonym.KeyProcess;

/** Holder A's functions at a Unix socket. */
public final class ServedKeys implements KeyProcess {
    private static final Logger LOG = System.getLogger(ServedKeys.class.getName());

    /** For the loader of services. */
    public ServedKeys() {}

    @Override
    public void serve(HolderFiles files, ExampleKeys examples, Place place, Runnable ready) {
        KeyAnswers answers = answers(files, examples);
        try (KeySocket socket = KeySocket.listen(place)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(socket)));
            ready.run();
            socket.serve(answers);
        } catch (UserPrincipalNotFoundException e) {
            throw new NotServed("de gebruiker " + e.getName() + " bestaat niet");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(KeySocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the socket stays behind: {0}", e.getMessage());
        }
    }

    private static KeyAnswers answers(HolderFiles files, ExampleKeys examples) {
        try (KeyHolder keys = files.medium() == Medium.TOKEN
                ? HolderToken.open(files, examples)
                : HolderStore.open(files, examples)) {
            return KeyAnswers.of(keys);
        } catch (KeysUnavailable e) {
            throw new NotServed("de sleutels zijn niet te gebruiken: " + e.getMessage());
        } catch (FaultyDerivation e) {
            throw new NotServed("de sleutels geven uitkomsten die niet kunnen: " + e.getMessage());
        }
    }
}
