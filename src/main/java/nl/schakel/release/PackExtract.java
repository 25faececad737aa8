package nl.schakel.release;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ManifestSigner;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.ExtractContent;
import nl.schakel.extract.ExtractPackager;
import nl.schakel.study.AgeRecipient;
import nl.schakel.study.ApprovedStudies;
import nl.schakel.study.ApprovedStudy;

/**
 * Packs an extract while it is built: files into a zip, the zip into age, age into stored chunks, all as one stream in the
 * transaction of the extract. What is stored is ciphertext to the researcher's key; Schakel cannot open it again.
 */
@Dependent
public class PackExtract implements ExtractPackager {
    private final ApprovedStudies studies;
    private final Releases releases;
    private final Packages packages;
    private final PackageWriter writer;
    private final Encryption encryption;
    private final ManifestSigner signer;
    private final Clock clock;

    @Inject
    @SuppressWarnings("TooManyParameters") // each is one port of the way out
    public PackExtract(
            ApprovedStudies studies,
            Releases releases,
            Packages packages,
            PackageWriter writer,
            Encryption encryption,
            ManifestSigner signer,
            Clock clock) {
        this.studies = studies;
        this.releases = releases;
        this.packages = packages;
        this.writer = writer;
        this.encryption = encryption;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public void take(BuiltExtract extract, ExtractContent content) {
        ApprovedStudy study = studies.require(extract.study());
        ReleaseId id = new ReleaseId(UUID.randomUUID());
        PackageContents contents = new PackageContents(id, study, extract, content, clock.instant());
        Release release = new Release(
                id,
                extract.id(),
                study.id(),
                study.code(),
                study.applicant(),
                ReleaseState.BUILT,
                contents.packedAt(),
                study.endDate(),
                sealed(contents, study.recipient()),
                List.of());
        releases.add(
                release,
                AuditEntry.by(extract.builtBy(), "release.pack", ProcessingActivity.RELEASE)
                        .of(AuditEntry.Kind.RELEASE)
                        .on(release.path())
                        .detail("rows", content.rows())
                        .detail("sha256", release.sealed().digest().hex()));
    }

    private SealedPackage sealed(PackageContents contents, AgeRecipient recipient) {
        try (OutputStream chunks = packages.writing(contents.release());
                MeasuredStream measured = new MeasuredStream(chunks)) {
            try (OutputStream encrypted = encryption.encrypting(recipient, measured)) {
                writer.write(contents, encrypted);
            }
            measured.flush();
            Sha256 digest = measured.digest();
            String text = PackageNotes.sealed(contents.release(), digest, measured.size());
            return new SealedPackage(
                    recipient,
                    measured.size(),
                    digest,
                    signer.sign(text),
                    signer.sign(PackageNotes.variables(
                            contents.release(), digest, contents.content().columns())),
                    contents.content().rows(),
                    contents.content().columns().size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
