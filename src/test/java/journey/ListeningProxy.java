package journey;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Stands between a browser and the service and keeps every byte that leaves the browser. */
final class ListeningProxy implements Closeable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final int service;

    ListeningProxy(int service) throws IOException {
        this.service = service;
        start(this::accept);
    }

    /** Where a browser goes instead of to the service. */
    URI uri() {
        return URI.create("http://localhost:" + listener.getLocalPort() + "/");
    }

    /** What was sent so far; from now on it is forgotten. */
    byte[] heard() {
        synchronized (heard) {
            byte[] bytes = heard.toByteArray();
            heard.reset();
            return bytes;
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket browser = listener.accept();
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), service);
            start(() -> copy(browser, upstream, true));
            start(() -> copy(upstream, browser, false));
        }
    }

    private void copy(Socket from, Socket to, boolean keep) throws IOException {
        byte[] block = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                if (keep) {
                    synchronized (heard) {
                        heard.write(block, 0, read);
                    }
                }
                out.write(block, 0, read);
                out.flush();
            }
        }
    }

    /** Work that ends with its socket. */
    private interface SocketWork {
        void run() throws IOException;
    }

    private static void start(SocketWork work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // the other side has gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
