package nl.schakel.platform.secret;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import nl.schakel.platform.secret.KeyFrame.Kind;
import nl.schakel.platform.secret.KeyFrame.Malformed;
import nl.schakel.platform.secret.KeysUnavailable.Reason;

/**
 * The keys of holder A in a process of their own, which computes with them and tells only results ({@code schakel
 * key-service}). Every connection is asked for the keys' check values first: a process with other keys than this one was
 * opened with is not used. Thread-safe.
 */
public final class HolderProcess implements KeyHolder {
    private static final Logger LOG = System.getLogger(HolderProcess.class.getName());
    private static final int MOST_CONNECTIONS = 32;
    private static final Cleaner CLEANER = Cleaner.create();

    private final Path socket;
    private final Map<String, String> checkValues;
    private final Queue<KeyConnection> idle = new ConcurrentLinkedQueue<>();
    private final Semaphore free = new Semaphore(MOST_CONNECTIONS);

    private HolderProcess(Path socket, Map<String, String> checkValues) {
        this.socket = socket;
        this.checkValues = checkValues;
        CLEANER.register(this, new Ending(idle));
    }

    /**
     * Asks the process which keys it holds.
     *
     * @throws KeysAway where nobody answers at the socket, or not as it should
     * @throws KeysUnavailable where a key is one of {@code keys-example} while these are refused
     */
    public static HolderProcess open(Path socket, ExampleKeys examples) {
        Map<String, String> values;
        try (KeyConnection connection = KeyConnection.to(socket)) {
            values = checkValues(connection);
        } catch (IOException e) {
            throw away(socket, e);
        }
        values.forEach((keyId, checkValue) -> {
            if (!examples.accepts(checkValue)) {
                throw new KeysUnavailable(Reason.EXAMPLE_KEY, keyId + " behind " + socket);
            }
        });
        return new HolderProcess(socket, values);
    }

    private static KeysAway away(Path socket, IOException cause) {
        return new KeysAway(socket + ": " + cause.getMessage());
    }

    private static Map<String, String> checkValues(KeyConnection connection) throws IOException {
        KeyFrame answer = connection.exchange(new KeyFrame(Kind.CHECK_VALUES, List.of()));
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i + 1 < answer.items().size(); i += 2) {
            values.put(text(answer.items().get(i)), text(answer.items().get(i + 1)));
        }
        if (answer.kind() != Kind.ANSWER || 2 * values.size() != answer.items().size()) {
            throw new Malformed("no check values");
        }
        return values;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, String> checkValues() {
        return new TreeMap<>(checkValues);
    }

    @Override
    public NavigableSet<Integer> versions(String family) {
        return KeyHolder.versions(family, checkValues.keySet());
    }

    /**
     * The products of points by a key, as the process gave them, in their order.
     *
     * @param keyId one of {@link #checkValues}: {@code oprf} or a later version
     * @throws KeysAway where the process does not answer as it should
     * @throws KeysUnavailable where it found that what computes there is faulty
     */
    public List<byte[]> multiply(String keyId, List<byte[]> points) {
        return ask(Kind.MULTIPLY, keyId, points);
    }

    /** The tags of messages under {@code token} or a later version, otherwise like {@link #multiply}. */
    public List<byte[]> tag(String keyId, List<byte[]> messages) {
        return ask(Kind.TAG, keyId, messages);
    }

    private List<byte[]> ask(Kind kind, String keyId, List<byte[]> items) {
        byte[] key = keyId.getBytes(StandardCharsets.UTF_8);
        List<byte[]> answers = new ArrayList<>(items.size());
        int from = 0;
        while (from < items.size()) {
            int to = from + 1;
            int bytes = KeyFrame.HEAD + KeyFrame.room(key) + KeyFrame.room(items.get(from));
            while (to < items.size() && to - from < KeyFrame.MOST_ITEMS - 1) {
                bytes += KeyFrame.room(items.get(to));
                if (bytes > KeyFrame.MOST_BYTES) {
                    break;
                }
                to++;
            }
            answers.addAll(answers(kind, key, items.subList(from, to)));
            from = to;
        }
        return answers;
    }

    private List<byte[]> answers(Kind kind, byte[] key, List<byte[]> items) {
        List<byte[]> asked = new ArrayList<>(items.size() + 1);
        asked.add(key);
        asked.addAll(items);
        free.acquireUninterruptibly();
        try {
            KeyFrame answer = exchanged(new KeyFrame(kind, asked));
            if (answer.kind() == Kind.FAULTY) {
                throw new KeysUnavailable(Reason.FAULTY, "behind " + socket);
            }
            if (answer.kind() != Kind.ANSWER || answer.items().size() != items.size()) {
                throw new Malformed("not one answer for each item");
            }
            return answer.items();
        } catch (IOException e) {
            close();
            throw away(socket, e);
        } finally {
            free.release();
        }
    }

    /** Asks again on a new connection where an old one has ended: the process may have been started anew. */
    private KeyFrame exchanged(KeyFrame question) throws IOException {
        KeyConnection used = idle.poll();
        if (used != null) {
            try {
                return exchanged(used, question);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                close();
            }
        }
        return exchanged(connected(), question);
    }

    private KeyFrame exchanged(KeyConnection connection, KeyFrame question) throws IOException {
        try {
            KeyFrame answer = connection.exchange(question);
            idle.add(connection);
            return answer;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    private KeyConnection connected() throws IOException {
        KeyConnection connection = KeyConnection.to(socket);
        try {
            if (!checkValues(connection).equals(checkValues)) {
                throw new Malformed("other keys than before");
            }
            return connection;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    /** Ends the connections that are not in use; a later use makes new ones. */
    @Override
    public void close() {
        new Ending(idle).run();
    }

    /** Ends idle connections; also those of an object that nobody uses any more. */
    private record Ending(Queue<KeyConnection> idle) implements Runnable {
        @Override
        public void run() {
            for (KeyConnection one = idle.poll(); one != null; one = idle.poll()) {
                try {
                    one.close();
                } catch (IOException e) {
                    LOG.log(Level.DEBUG, "a connection did not close: {0}", e.getMessage());
                }
            }
        }
    }

    @Override
    public String toString() {
        return "HolderProcess[" + socket + "]";
    }
}
