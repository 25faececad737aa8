package nl.schakel.register.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.register.LoadRegister;
import nl.schakel.register.RegisterRefused;
import nl.schakel.register.SeeRegisters;

/** {@code /registerleveringen}: a multipart body, read as a stream and never written to disk. */
@Path("registerleveringen")
@RequestScoped
@AllowedRoles(Role.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
public class RegisterResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private LoadRegister load;

    @Inject
    private SeeRegisters see;

    /** Loads a delivery: the part {@code manifest} first, then each file in the order of the manifest. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response load(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        try {
            LoadRegister.Loaded loaded = load.load(actor.require(), new MultipartUpload(body, contentType));
            return Response.status(loaded.repeated() ? Response.Status.OK : Response.Status.CREATED)
                    .entity(RegisterJson.of(loaded.delivery()))
                    .build();
        } catch (IOException broken) {
            throw new RegisterRefused.UploadBroken();
        }
    }

    /** All deliveries, newest reference date first. */
    @GET
    public RegistersJson list() {
        return new RegistersJson(
                see.all(actor.require()).stream().map(RegisterJson::of).toList());
    }
}
