package nl.schakel.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.stream.Collectors;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.Note;
import nl.schakel.audit.PublishedCheckpoint;
import nl.schakel.platform.web.Public;

/** The newest checkpoint of the log and the keys that sign it, for everybody who keeps or compares them. */
@Path("controlepunt")
@RequestScoped
@Public
@Produces("text/plain; charset=utf-8")
public class CheckpointResource {
    @Inject
    private PublishedCheckpoint published;

    @Inject
    private CheckpointSigner signer;

    /** The signed note. Source: C2SP tlog-checkpoint. */
    @GET
    public String checkpoint() {
        return published.newest().map(Note::value).orElseThrow(NotFoundException::new);
    }

    /** The keys of the log, one to a line. Source: C2SP signed-note. */
    @GET
    @Path("sleutels")
    public String keys() {
        return signer.verificationKeys().stream().map(key -> key + "\n").collect(Collectors.joining());
    }
}
