package nl.schakel.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Serves the description of the API. */
@Public
@Path("openapi.json")
@RequestScoped
public class OpenApiResource {
    /** The document, OpenAPI 3.0. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String document() {
        return OpenApiDocument.json();
    }
}
