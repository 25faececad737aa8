package nl.schakel.demo.format;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A CSV file being written: UTF-8, {@code ;}, line feed, a header; counts its rows and digests its bytes. The values hold
 * no separator, quote or line end. Not thread-safe.
 */
final class CsvFile implements Closeable {
    private final Path path;
    private final MessageDigest digest = sha256();
    private final Writer out;
    private long rows;

    CsvFile(Path path, String... header) throws IOException {
        this.path = path;
        OutputStream file = new DigestOutputStream(Files.newOutputStream(path), digest);
        this.out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
        out.write(String.join(";", header) + "\n");
    }

    void row(Object... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            out.write((i == 0 ? "" : ";") + values[i]);
        }
        out.write('\n');
        rows++;
    }

    long rows() {
        return rows;
    }

    String name() {
        return path.getFileName().toString();
    }

    /** SHA-256 of the file in hexadecimal; after {@link #close} only. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
