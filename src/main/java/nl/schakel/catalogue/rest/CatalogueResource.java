package nl.schakel.catalogue.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.schakel.catalogue.Catalogue;
import nl.schakel.platform.web.Public;

/** Every variable that a study can request. */
@Path("catalogus")
@RequestScoped
@Public
public class CatalogueResource {
    private static final String CSV = "text/csv;charset=UTF-8";

    /** The variables whose name, label or meaning holds every word, with codes and levels. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject json(@QueryParam("zoek") @DefaultValue("") String search) {
        return CatalogueJson.of(Catalogue.standard().search(search));
    }

    /** The same as a table: one line for each variable. */
    @GET
    @Produces(CSV)
    public String csv(@QueryParam("zoek") @DefaultValue("") String search) {
        return CatalogueCsv.of(Catalogue.standard().search(search));
    }
}
