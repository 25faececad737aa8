package nl.schakel.release.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.schakel.audit.StaffId;
import nl.schakel.release.ReleaseId;

/** That somebody fetched a package. */
@Entity
@Table(schema = "release", name = "download")
class DownloadRow {
    @Id
    private UUID id;

    @Column(name = "release_id")
    private UUID release;

    @Column(name = "staff")
    private UUID staff;

    @Column(name = "downloaded_at")
    private Instant downloadedAt;

    /** For the provider. */
    protected DownloadRow() {}

    DownloadRow(ReleaseId release, StaffId by, Instant at) {
        this.id = UUID.randomUUID();
        this.release = release.value();
        this.staff = by.value();
        this.downloadedAt = at;
    }
}
