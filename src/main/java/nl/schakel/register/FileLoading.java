package nl.schakel.register;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.FileDigest;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.school.SchoolYear;

/** Reads one file of a register delivery into the running transaction and compares it with its line in the manifest. */
@Dependent
public class FileLoading {
    private final RegisterFileReader reader;
    private final Registers registers;
    private final Pseudonymizer pseudonymizer;
    private final People people;
    private final ProcessingLog log;

    /** Where the rows of a file go. */
    record Target(RegisterDeliveryId delivery, SchoolYear year, ProcessingLog.Operation operation) {}

    /** Reads with this reader, writes to this store. */
    @Inject
    public FileLoading(
            RegisterFileReader reader,
            Registers registers,
            Pseudonymizer pseudonymizer,
            People people,
            ProcessingLog log) {
        this.reader = reader;
        this.registers = registers;
        this.pseudonymizer = pseudonymizer;
        this.people = people;
        this.log = log;
    }

    /** Begins the operation that the lines of all files belong to. */
    ProcessingLog.Operation operation(Instant start) {
        return log.open(Zone.LINK, ProcessingActivity.LOAD_REGISTER, start);
    }

    int generation() {
        return pseudonymizer.generation();
    }

    /** A keyed digest of the content, by the digests of the files; recognises the same delivery. From here on the keys stay. */
    Digest digest(RegisterManifest manifest) {
        pseudonymizer.hold(Zone.LINK);
        FileDigest digest = pseudonymizer.fileDigest();
        byte[] date = manifest.referenceDate().toString().getBytes(StandardCharsets.US_ASCII);
        digest.update(date, 0, date.length);
        for (RegisterManifest.Listed file : manifest.files()) {
            byte[] type = file.type().name().getBytes(StandardCharsets.US_ASCII);
            digest.update(type, 0, type.length);
            byte[] bytes = file.sha256().bytes();
            digest.update(bytes, 0, bytes.length);
        }
        return Digest.of(digest.finish());
    }

    /**
     * Loads the file.
     *
     * @throws RegisterRefused where it is not what the manifest says, or its rows are wrong
     */
    RegisterDelivery.LoadedFile load(Target target, RegisterManifest.Listed listed, InputStream bytes)
            throws IOException {
        RowBatch batch = new RowBatch(target, listed.type(), new RowBatch.Desk(registers, pseudonymizer, people));
        DigestingInput digesting = new DigestingInput(bytes);
        long rows = reader.read(digesting, listed, batch::add);
        batch.finish();
        if (!digesting.finish().equals(listed.sha256())) {
            throw new RegisterRefused.DigestDiffers(listed.type());
        }
        if (rows != listed.rows()) {
            throw new RegisterRefused.CountDiffers(listed.type(), listed.rows(), rows);
        }
        long twice = listed.type().onePerPerson() ? registers.personsTwice(target.delivery(), listed.type()) : 0;
        if (twice > 0) {
            throw new RegisterRefused.PersonsTwice(listed.type(), twice);
        }
        return new RegisterDelivery.LoadedFile(listed.name(), listed.type(), rows, batch.unknown());
    }
}
