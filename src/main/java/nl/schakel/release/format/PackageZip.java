package nl.schakel.release.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.schakel.release.MeasuredStream;

/** A zip under construction that remembers size and digest of every file. */
final class PackageZip implements AutoCloseable {
    private final ZipOutputStream zip;
    private final FileTime time;
    private final List<PackedFile> files = new ArrayList<>();

    PackageZip(OutputStream out, Instant time) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.time = FileTime.from(time);
    }

    /** Writes the content of one file. */
    @FunctionalInterface
    interface Content {
        void write(Writer writer) throws IOException;
    }

    PackedFile add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(time);
        zip.putNextEntry(entry);
        MeasuredStream measured = new MeasuredStream(zip);
        Writer writer = new BufferedWriter(new OutputStreamWriter(measured, StandardCharsets.UTF_8), 1 << 15);
        content.write(writer);
        writer.flush();
        zip.closeEntry();
        PackedFile file = new PackedFile(name, measured.size(), measured.digest());
        files.add(file);
        return file;
    }

    PackedFile add(String name, String content) throws IOException {
        return add(name, writer -> writer.write(content));
    }

    List<PackedFile> files() {
        return List.copyOf(files);
    }

    /** Writes the end of the zip; leaves the stream below open. */
    @Override
    public void close() throws IOException {
        zip.finish();
        zip.flush();
    }
}
