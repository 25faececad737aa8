package nl.schakel.catalogue.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import nl.schakel.catalogue.Catalogue;
import nl.schakel.catalogue.VariableName;
import nl.schakel.platform.web.Page;
import nl.schakel.platform.web.Public;

/** Searching the catalogue, and one variable with its codes and levels. */
@Public
@Controller
@Path("catalogus")
@RequestScoped
public class CataloguePages {
    @Inject
    private Page page;

    /** The variables that answer the question, by dataset. */
    @GET
    public Response list(@QueryParam("zoek") @DefaultValue("") String search) {
        String language = page.language().code();
        return page.show(
                "catalogue/lijst",
                "catalogue.lijst.titel",
                CatalogueView.of(Catalogue.standard().search(search), search, language));
    }

    /** One variable. */
    @GET
    @Path("{naam}")
    public Response one(@PathParam("naam") String name) {
        return VariableName.parse(name)
                .flatMap(Catalogue.standard()::find)
                .map(variable -> page.under("catalogus", "catalogue.lijst.titel")
                        .show(
                                "catalogue/een",
                                "catalogue.een.titel",
                                VariableView.of(variable, page.language().code())))
                .orElseThrow(NotFoundException::new);
    }
}
