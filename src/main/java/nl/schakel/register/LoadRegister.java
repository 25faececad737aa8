package nl.schakel.register;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Role;
import nl.schakel.platform.problem.Fault;
import nl.schakel.school.SchoolYear;

/**
 * Loads a delivery of DUO and CBS: whole or not at all, in one transaction. Numbers and RINPERSOON become tokens while they
 * are read. Nothing that was loaded before is overwritten.
 */
@Dependent
public class LoadRegister {
    private final ManifestReader manifests;
    private final FileLoading loading;
    private final Registers registers;
    private final Clock clock;

    /** Loads into this store. */
    @Inject
    public LoadRegister(ManifestReader manifests, FileLoading loading, Registers registers, Clock clock) {
        this.manifests = manifests;
        this.loading = loading;
        this.registers = registers;
        this.clock = clock;
    }

    /**
     * What became of an upload.
     *
     * @param repeated the same files were loaded before; the upload was not read past its manifest
     */
    public record Loaded(RegisterDelivery delivery, boolean repeated) {}

    /**
     * Reads the upload to its end.
     *
     * @throws RegisterRefused where anything is wrong; then nothing is stored
     * @throws IOException where the upload breaks off
     */
    @Transactional(rollbackOn = Exception.class)
    public Loaded load(Actor actor, RegisterUpload upload) throws IOException {
        actor.require(Role.OPERATOR);
        Instant start = clock.instant();
        RegisterManifest manifest = manifest(upload, start);
        Digest digest = loading.digest(manifest);
        Optional<RegisterDelivery> earlier = registers.withContent(digest);
        if (earlier.isPresent()) {
            registers.note(entry(actor, "register.repeat", earlier.get()));
            return new Loaded(earlier.get(), true);
        }
        RegisterDeliveryId id = new RegisterDeliveryId(UUID.randomUUID());
        ProcessingLog.Operation operation = loading.operation(start);
        List<RegisterDelivery.LoadedFile> files = loadFiles(id, manifest, upload, operation);
        operation.finish(Processing.ok(ProcessingActivity.LOAD_REGISTER, "Registers laden", start, clock.instant()));
        RegisterDelivery delivery = new RegisterDelivery(
                id, manifest.referenceDate(), clock.instant(), actor.staff(), loading.generation(), files);
        registers.add(delivery, digest, entry(actor, "register.load", delivery));
        return new Loaded(delivery, false);
    }

    private RegisterManifest manifest(RegisterUpload upload, Instant now) throws IOException {
        RegisterUpload.UploadPart part = upload.next()
                .filter(first -> first.name().equals("manifest"))
                .orElseThrow(
                        () -> new RegisterRefused.ManifestWrong(List.of(RegisterRule.MANIFEST_FORM.at("manifest"))));
        RegisterManifest manifest = manifests.read(part.bytes());
        List<Fault> faults = new ArrayList<>();
        if (manifest.referenceDate().isAfter(SchoolYear.dayOf(now))) {
            faults.add(RegisterRule.MANIFEST_DATE.at("manifest, referentiedatum"));
        }
        Set<FileType> seen = EnumSet.noneOf(FileType.class);
        for (RegisterManifest.Listed file : manifest.files()) {
            if (!seen.add(file.type())) {
                faults.add(RegisterRule.MANIFEST_TYPE.at("manifest, bestanden"));
            }
        }
        boolean needsBridge = seen.stream().anyMatch(type -> type.keyedBy() == FileType.KeyedBy.RIN);
        boolean bridgeFirst = manifest.files().get(0).type() == FileType.KOPPELTABEL;
        if (!bridgeFirst && (needsBridge || seen.contains(FileType.KOPPELTABEL))) {
            faults.add(RegisterRule.MANIFEST_ORDER.at("manifest, bestanden"));
        }
        if (!faults.isEmpty()) {
            throw new RegisterRefused.ManifestWrong(faults);
        }
        return manifest;
    }

    private List<RegisterDelivery.LoadedFile> loadFiles(
            RegisterDeliveryId id, RegisterManifest manifest, RegisterUpload upload, ProcessingLog.Operation operation)
            throws IOException {
        List<RegisterDelivery.LoadedFile> files = new ArrayList<>();
        SchoolYear year = SchoolYear.of(manifest.referenceDate());
        for (RegisterManifest.Listed listed : manifest.files()) {
            int position = files.size() + 1;
            RegisterUpload.UploadPart part = upload.next()
                    .filter(next -> next.name().equals(listed.name()))
                    .orElseThrow(() -> new RegisterRefused.FilesDiffer(position));
            files.add(loading.load(new FileLoading.Target(id, year, operation), listed, part.bytes()));
        }
        if (upload.next().isPresent()) {
            throw new RegisterRefused.FilesDiffer(files.size() + 1);
        }
        return files;
    }

    private static AuditEntry entry(Actor actor, String act, RegisterDelivery delivery) {
        return AuditEntry.by(actor, act, ProcessingActivity.LOAD_REGISTER)
                .on("register/" + delivery.id())
                .detail("referenceDate", delivery.referenceDate().toString())
                .detail("files", delivery.files().size())
                .detail("rows", delivery.rows());
    }
}
