package nl.schakel.release.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Optional;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.extract.ExtractId;
import nl.schakel.release.ApproveRelease;
import nl.schakel.release.ReleaseId;
import nl.schakel.release.ReleaseRefused;
import nl.schakel.study.ReviewRole;

/** The two agreements by which an extract leaves. */
@Path("extracten/{id}/vrijgaven")
@RequestScoped
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER})
public class ApprovalResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private ApproveRelease approve;

    /** Agrees; the second of the two releases. Repeating it changes nothing. */
    @POST
    public ReleaseJson approve(@PathParam("id") String id, String body) {
        ExtractId extract =
                ReleaseId.parse(id).map(known -> new ExtractId(known.value())).orElseThrow(ReleaseRefused.Unknown::new);
        return ReleaseJson.of(approve.approve(actor.require(), extract, side(body)));
    }

    /** The side that a body names; a body is needed only from who has both roles. */
    private static Optional<ReviewRole> side(String body) {
        if (body.isBlank()) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            String named = reader.readObject().getString("kant", "");
            return Arrays.stream(ReviewRole.values())
                    .filter(side -> side.name().equals(named))
                    .findFirst();
        }
    }
}
