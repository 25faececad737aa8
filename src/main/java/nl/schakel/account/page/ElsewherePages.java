package nl.schakel.account.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.Arrival;
import nl.schakel.account.Departure;
import nl.schakel.account.OpenedSession;
import nl.schakel.account.ProviderAnswer;
import nl.schakel.account.ProviderName;
import nl.schakel.account.SignInElsewhere;
import nl.schakel.account.SignInTry;
import nl.schakel.platform.web.Page;
import nl.schakel.platform.web.Public;

/**
 * Signing in at a provider: there, back, and out. Every way back ends in a redirect, so that the address with the code stays
 * in no history; and a refusal is told on the sign-in page, never under that address.
 */
@Public
@Controller
@Path("aanmelden/bij/{dienst}")
@RequestScoped
public class ElsewherePages {
    private static final String ACT = "account.sign-in-elsewhere";

    @Inject
    private Page page;

    @Inject
    private HttpServletRequest request;

    @Inject
    private SignInElsewhere elsewhere;

    /** Sends the browser to the provider. */
    @GET
    public Response go(
            @PathParam("dienst") String provider,
            @QueryParam("naar") @DefaultValue("") String target,
            @QueryParam("sterk") @DefaultValue("") String strong) {
        try {
            return departing(name(provider), strong.equals("ja"), Destination.of(target));
        } catch (AccountRefused refused) {
            return told(refused).build();
        }
    }

    /** Takes up what the provider sent the browser back with. */
    @GET
    @Path("terug")
    public Response back(@PathParam("dienst") String provider) {
        try {
            TryCookie cookie = TryCookie.of(request)
                    .filter(found -> found.begun().provider().value().equals(provider))
                    .orElseThrow(() -> new AccountRefused.AnswerRefused(AccountRefused.AnswerFault.STATE));
            String query = Optional.ofNullable(request.getQueryString()).orElse("");
            return arrived(elsewhere.finish(cookie.begun(), ProviderAnswer.read(query)), cookie);
        } catch (AccountRefused refused) {
            return told(refused).cookie(TryCookie.none()).build();
        }
    }

    /** Leads to the provider's own way of signing out, or to the sign-in page where it has none. */
    @GET
    @Path("uit")
    public Response leave(@PathParam("dienst") String provider) {
        try {
            return elsewhere
                    .leave(name(provider))
                    .map(address -> Response.seeOther(address).build())
                    .orElseGet(() -> page.to("aanmelden?uit=ja"));
        } catch (AccountRefused refused) {
            return told(refused).build();
        }
    }

    private Response arrived(Arrival arrival, TryCookie cookie) {
        SignInTry begun = cookie.begun();
        return switch (arrival.next()) {
            case IN -> entering(arrival.session().orElseThrow(), cookie.destination());
            case SECOND_FACTOR -> departing(begun.provider(), true, cookie.destination());
            case CODE -> page.to("aanmelden/koppelen");
        };
    }

    /** The browser came from another site, so it sends a strict cookie only from a page of ours: {@code verder} is one. */
    private Response entering(OpenedSession session, String destination) {
        return page.leaving("aanmelden/verder?naar=" + URLEncoder.encode(destination, StandardCharsets.UTF_8))
                .cookie(SessionCookie.of(session.secret()), TryCookie.none())
                .build();
    }

    private Response departing(ProviderName provider, boolean strong, String destination) {
        Departure departure = elsewhere.begin(provider, strong);
        URI address = departure.address();
        return Response.seeOther(address)
                .cookie(new TryCookie(departure.begun(), destination).given())
                .build();
    }

    private Response.ResponseBuilder told(AccountRefused refused) {
        page.refused(ACT, refused);
        return page.leaving("aanmelden?mis=" + refused.slug());
    }

    private static ProviderName name(String text) {
        return ProviderName.parse(text).orElseThrow(AccountRefused.UnknownProvider::new);
    }
}
