package nl.schakel.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import nl.schakel.consent.SchoolDecisions;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;

/** Reads one file from beginning to end into the running transaction. */
@Dependent
public class IntakeDesk {
    private final DeliveryReader reader;
    private final DeliveryContent content;
    private final PupilDesk pupils;
    private final SchoolDecisions decisions;

    /** Reads with this reader, writes to this store. */
    @Inject
    public IntakeDesk(DeliveryReader reader, DeliveryContent content, PupilDesk pupils, SchoolDecisions decisions) {
        this.reader = reader;
        this.content = content;
        this.pupils = pupils;
        this.decisions = decisions;
    }

    /** What was taken and the fingerprint of the file. */
    record Read(Intake.Taken taken, FileFingerprint file) {}

    /** Takes the file for the school; as of this moment objections and consents count. */
    Read read(Upload upload, Brin school, Instant at) {
        pupils.hold();
        DeliveryContext context = new DeliveryContext(
                school,
                SchoolYear.dayOf(at),
                upload.mode(),
                upload.declaredYear(),
                upload.declaredSite(),
                FileLimits.USUAL);
        try (DigestedStream bytes = new DigestedStream(upload.bytes(), pupils.fileDigest());
                Intake intake = new Intake(content, pupils, decisions, at)) {
            ReadRows rows = reader.read(bytes, context, intake);
            FileFingerprint file = bytes.fingerprint();
            return new Read(intake.finish(rows, upload.trial()), file);
        } catch (IOException broken) {
            throw new DeliveryRefused.Interrupted();
        }
    }

    /** Reads the file without looking at it, for its fingerprint. */
    FileFingerprint fingerprint(Upload upload) {
        try (DigestedStream bytes = new DigestedStream(upload.bytes(), pupils.fileDigest())) {
            return bytes.fingerprint();
        } catch (IOException broken) {
            throw new DeliveryRefused.Interrupted();
        }
    }
}
