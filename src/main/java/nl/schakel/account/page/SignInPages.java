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
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.Attempt;
import nl.schakel.account.OpenIdProviders;
import nl.schakel.account.OpenedSession;
import nl.schakel.account.ProviderOffer;
import nl.schakel.account.SignIn;
import nl.schakel.account.SignOut;
import nl.schakel.audit.CurrentActor;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.platform.web.Page;
import nl.schakel.platform.web.Public;

/** Signing in and out. */
@Public
@Controller
@Path("/")
@RequestScoped
public class SignInPages {
    @Inject
    private Page page;

    @Inject
    private HttpServletRequest request;

    @Inject
    private SignIn signIn;

    @Inject
    private SignOut signOut;

    @Inject
    private CurrentActor current;

    @Inject
    private OpenIdProviders providers;

    /** The form. */
    @GET
    @Path("aanmelden")
    public Response form(
            @QueryParam("naar") @DefaultValue("") String target,
            @QueryParam("uit") @DefaultValue("") String left,
            @QueryParam("ingesteld") @DefaultValue("") String set,
            @QueryParam("bij") @DefaultValue("") String provider,
            @QueryParam("mis") @DefaultValue("") String problem) {
        String done = left.equals("ja") ? "uitgelogd" : set.equals("ja") ? "ingesteld" : "";
        SignInForm form = form("", target, set.equals("gekoppeld") ? set : done);
        return show(form.after(offer(provider), ProblemText.find(page.texts(), problem)));
    }

    /** Signs in and leads to where the visitor wanted to go; shows the form again where it fails. */
    @POST
    @Path("aanmelden")
    public Response signIn(
            @FormParam("gebruikersnaam") @DefaultValue("") String username,
            @FormParam("wachtwoord") @DefaultValue("") String password,
            @FormParam("naar") @DefaultValue("") String target) {
        SignInForm form = form(username, target, "");
        if (username.isBlank()) {
            page.fault("gebruikersnaam", "account.aanmelden.gebruikersnaam-leeg");
        }
        if (password.isEmpty()) {
            page.fault("wachtwoord", "account.aanmelden.wachtwoord-leeg");
        }
        return page.hasFaults() ? show(form) : attempt(form, password);
    }

    /** Signs out and leads to the front page. */
    @POST
    @Path("afmelden")
    public Response signOut() {
        String provider = SessionCookie.secret(request)
                .flatMap(secret -> current.actor().flatMap(actor -> signOut.signOut(actor, secret)))
                .map(name -> "&bij=" + name)
                .orElse("");
        return page.leaving("aanmelden?uit=ja" + provider)
                .cookie(SessionCookie.none())
                .build();
    }

    private Response attempt(SignInForm form, String password) {
        try (SecretBytes secret = SecretBytes.copyOf(password.getBytes(StandardCharsets.UTF_8))) {
            OpenedSession session = signIn.signIn(new Attempt(form.username(), secret, request.getRemoteAddr()));
            return page.leaving(form.destination())
                    .cookie(SessionCookie.of(session.secret()))
                    .build();
        } catch (AccountRefused.NotRecognized refused) {
            page.refused("account.sign-in", refused);
            page.fault("gebruikersnaam", "account.probleem.aanmelding-onjuist.uitleg");
        } catch (AccountRefused.TooManyAttempts refused) {
            page.refused("account.sign-in", refused);
            page.fault("gebruikersnaam", "account.probleem.te-veel-pogingen.uitleg");
        }
        return show(form);
    }

    private SignInForm form(String username, String target, String done) {
        return new SignInForm(
                username,
                Destination.of(target),
                done,
                providers.passwords(),
                providers.offers(),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<ProviderOffer> offer(String name) {
        return providers.offers().stream()
                .filter(offer -> offer.name().value().equals(name))
                .findFirst();
    }

    private Response show(SignInForm form) {
        return page.show("account/aanmelden", "account.aanmelden.titel", form);
    }
}
