package nl.schakel.release.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import nl.schakel.audit.ManifestSigner;
import nl.schakel.platform.web.Public;

/** The key with which packages can be checked, for everybody. */
@Path("ondertekenaar")
@RequestScoped
@Public
public class SignerResource {
    @Inject
    private ManifestSigner signer;

    /** The verification key as a C2SP line. */
    @GET
    @Produces("text/plain; charset=utf-8")
    public String key() {
        return signer.verificationKey() + "\n";
    }
}
