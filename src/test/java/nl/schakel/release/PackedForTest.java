package nl.schakel.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.schakel.release.crypto.AgeEncryption;
import nl.schakel.release.format.ZipPackageWriter;

/** Whole packages as the service makes them, and one that somebody in between made of it. */
public final class PackedForTest {
    private static final ZipPackageWriter WRITER = new ZipPackageWriter(APackage.SIGNER);

    private PackedForTest() {}

    /** What the service makes. */
    public static byte[] sealed(PackageContents contents, AgeKeyPair to) throws IOException {
        return APackage.seal(new AgeEncryption(), to, APackage.zip(WRITER, contents));
    }

    /** Other data inside, sealed again. */
    public static byte[] tampered(PackageContents contents, AgeKeyPair to) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(APackage.files(APackage.zip(WRITER, contents)));
        files.put("gegevens.csv", "rp\r\n".getBytes(StandardCharsets.UTF_8));
        return APackage.seal(new AgeEncryption(), to, APackage.zipped(files));
    }
}
