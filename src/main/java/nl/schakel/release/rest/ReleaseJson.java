package nl.schakel.release.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.schakel.release.Approval;
import nl.schakel.release.Release;

/** A release. Who agreed is told by side only. */
public record ReleaseJson(
        UUID id,
        UUID extract,
        UUID onderzoek,
        String onderzoekscode,
        String staat,
        Instant gemaaktOp,
        LocalDate einddatum,
        int leerlingen,
        int kolommen,
        long bytes,
        String sha256,
        String ontvanger,
        List<ApprovalJson> goedkeuringen) {

    /** One of the two agreements. */
    public record ApprovalJson(String kant, Instant op) {
        static ApprovalJson of(Approval approval) {
            return new ApprovalJson(approval.side().name(), approval.at());
        }
    }

    static ReleaseJson of(Release release) {
        return new ReleaseJson(
                release.id().value(),
                release.extract().value(),
                release.study().value(),
                release.studyCode().value(),
                release.state().name(),
                release.builtAt(),
                release.endDate(),
                release.sealed().rows(),
                release.sealed().columns(),
                release.sealed().size(),
                release.sealed().digest().hex(),
                release.sealed().recipient().value(),
                release.approvals().stream().map(ApprovalJson::of).toList());
    }
}
