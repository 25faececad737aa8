package nl.schakel.account.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.BindIdentity;
import nl.schakel.account.OpenIdProviders;
import nl.schakel.account.ProviderOffer;
import nl.schakel.account.SignInTry;
import nl.schakel.platform.web.Page;
import nl.schakel.platform.web.Public;

/** What comes between a provider's answer and the start page: typing the first code, and one page of our own. */
@Public
@Controller
@Path("/")
@RequestScoped
public class BindPages {
    private static final String SIGN_IN = "aanmelden";
    private static final String ACT = "account.bind-identity";

    @Inject
    private Page page;

    @Inject
    private HttpServletRequest request;

    @Inject
    private OpenIdProviders providers;

    @Inject
    private BindIdentity binding;

    /** Leads on by itself; from here the browser sends the cookie of the session. */
    @GET
    @Path("aanmelden/verder")
    public Response on(@QueryParam("naar") @DefaultValue("") String target) {
        String destination = Destination.of(target);
        Response shown = page.show("account/verder", "account.verder.titel", destination);
        return Response.fromResponse(shown)
                .header("Refresh", "0;url=" + page.context("").href(destination))
                .build();
    }

    /** The form for a code. */
    @GET
    @Path("aanmelden/koppelen")
    public Response form() {
        return offer().map(offer -> show(new BindForm("", offer, false))).orElseGet(() -> page.to(SIGN_IN));
    }

    /** Binds, and leads to the sign-in page, from where the person can now come in. */
    @POST
    @Path("aanmelden/koppelen")
    public Response bind(@FormParam("code") @DefaultValue("") String code) {
        Optional<ProviderOffer> offer = offer();
        if (offer.isEmpty()) {
            return page.to(SIGN_IN);
        }
        if (code.isBlank()) {
            page.fault("code", "account.fout.code-leeg");
            return show(new BindForm(code, offer.get(), false));
        }
        try {
            SignInTry begun = TryCookie.of(request).orElseThrow().begun();
            binding.bind(begun, code);
            return page.leaving(SIGN_IN + "?ingesteld=gekoppeld")
                    .cookie(TryCookie.none())
                    .build();
        } catch (AccountRefused.AnswerRefused refused) {
            page.refused(ACT, refused);
            return page.leaving(SIGN_IN + "?mis=" + refused.slug())
                    .cookie(TryCookie.none())
                    .build();
        } catch (AccountRefused refused) {
            page.refused(ACT, refused);
            page.fault("code", "account.probleem." + refused.slug() + ".uitleg");
            return show(new BindForm(code, offer.get(), refused instanceof AccountRefused.SecondFactorNeeded));
        }
    }

    private Optional<ProviderOffer> offer() {
        return TryCookie.of(request).flatMap(cookie -> providers.offers().stream()
                .filter(offer -> offer.name().equals(cookie.begun().provider()))
                .findFirst());
    }

    private Response show(BindForm form) {
        return page.show("account/koppelen", "account.koppelen.titel", form);
    }
}
