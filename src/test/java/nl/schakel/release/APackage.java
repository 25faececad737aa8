package nl.schakel.release;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nl.schakel.audit.Signatures;
import nl.schakel.study.ARequest;
import nl.schakel.study.ApprovedStudy;

/** Packages for tests, in clear and sealed, with the tools found as the command line finds them. */
public final class APackage {
    /** Signs everything that is right. */
    public static final TestSigner SIGNER = new TestSigner(1);

    private APackage() {}

    /** The check of notes with what the command line finds. */
    public static NoteCheck notes() {
        return new NoteCheck(tool(Signatures.class));
    }

    /** A tool of the command line. */
    public static <T> T tool(Class<T> type) {
        return ServiceLoader.load(type).findFirst().orElseThrow();
    }

    /** What goes into a package of so many pupils. */
    public static PackageContents contents(int pupils) {
        ApprovedStudy study = ARequest.approved(ARequest.somebody().staff());
        return new PackageContents(
                new ReleaseId(UUID.randomUUID()),
                study,
                AnExtract.of(study, pupils, ARequest.NOW),
                AnExtract.content(pupils, 7),
                ARequest.NOW);
    }

    /** The zip in clear. */
    public static byte[] zip(PackageWriter writer, PackageContents contents) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        writer.write(contents, zip);
        return zip.toByteArray();
    }

    /** The zip sealed to a key. */
    public static byte[] seal(Encryption encryption, AgeKeyPair to, byte[] clear) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = encryption.encrypting(to.recipient(), sealed)) {
            out.write(clear);
        }
        return sealed.toByteArray();
    }

    /** The files of a zip, in order. */
    public static Map<String, byte[]> files(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** A zip of these files. */
    public static byte[] zipped(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
