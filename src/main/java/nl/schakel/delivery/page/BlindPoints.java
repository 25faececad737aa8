package nl.schakel.delivery.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.EvaluateBlinded;
import nl.schakel.pseudonym.Evaluations;
import nl.schakel.pseudonym.PseudonymRefused;
import org.jspecify.annotations.Nullable;

/**
 * Blind evaluation for the upload page's script, within the session and with its forgery token: the same use case as the
 * API's, which knows no session. Not a controller: it answers text.
 */
@Path("leveringen/nieuw/blind")
@RequestScoped
@AllowedRoles(Role.SCHOOL)
public class BlindPoints {
    @Inject
    private CurrentActor actor;

    @Inject
    private EvaluateBlinded evaluate;

    /**
     * Evaluates the points of a field, one a line. The answer has for each version of the key a line with the version and its
     * public key, and then one line a point; an empty line stands between versions.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_PLAIN)
    public String evaluate(@FormParam("punten") @Nullable String points) {
        List<BlindedElement> elements = new ArrayList<>();
        for (String point : (points == null ? "" : points).split("\n", -1)) {
            elements.add(
                    BlindedElement.parse(point).orElseThrow(() -> new PseudonymRefused.NotPoints(elements.size() + 1)));
        }
        return evaluate.evaluate(actor.require(), elements).evaluations().stream()
                .map(BlindPoints::block)
                .collect(Collectors.joining("\n\n"));
    }

    private static String block(Evaluations one) {
        return one.version() + " " + one.publicKey() + "\n"
                + one.points().stream().map(BlindedElement::text).collect(Collectors.joining("\n"));
    }
}
