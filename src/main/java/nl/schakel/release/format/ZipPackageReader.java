package nl.schakel.release.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import nl.schakel.release.MeasuredStream;
import nl.schakel.release.PackageFacts;
import nl.schakel.release.PackageReader;
import nl.schakel.release.PackageRejected;

/**
 * Unpacks a package. A name may hold letters, digits, hyphen and underscore with one extension, so no entry can point
 * outside of the folder; a name occurs once; the whole is bounded.
 */
public final class ZipPackageReader implements PackageReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}\\.[A-Za-z0-9]{1,10}");
    private static final int MOST_FILES = 64;
    private static final long LARGEST = 64L << 30;

    /** For the service loader. */
    public ZipPackageReader() {}

    @Override
    public PackageFacts unpack(InputStream zip, Path folder, SignedText check) throws IOException {
        Map<String, PackedFile> files = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new Unclosed(zip), StandardCharsets.UTF_8)) {
            long left = LARGEST;
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String name = required(entry, files);
                PackedFile file = copy(entries, folder.resolve(name), left);
                left -= file.size();
                files.put(name, file);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new PackageRejected("het pakket is geen goed zipbestand", e);
        }
        // the last chunk of age is authenticated only when it is reached
        zip.transferTo(OutputStream.nullOutputStream());
        return new ManifestCheck(folder, files).facts(check);
    }

    private static String required(ZipEntry entry, Map<String, PackedFile> files) {
        String name = entry.getName();
        if (entry.isDirectory() || !NAME.matcher(name).matches()) {
            throw new PackageRejected("het pakket bevat een bestand met een naam die niet mag");
        }
        if (files.containsKey(name) || files.size() >= MOST_FILES) {
            throw new PackageRejected("het pakket bevat een bestand te veel");
        }
        return name;
    }

    private static PackedFile copy(InputStream entry, Path target, long most) throws IOException {
        try (MeasuredStream measured =
                new MeasuredStream(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW))) {
            byte[] buffer = new byte[1 << 15];
            for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
                measured.write(buffer, 0, read);
                if (measured.size() > most) {
                    throw new PackageRejected("het pakket is groter dan kan");
                }
            }
            return new PackedFile(target.getFileName().toString(), measured.size(), measured.digest());
        }
    }

    /** Leaves the stream open, so that it can be read to its end. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // closed by whoever opened it
        }
    }
}
