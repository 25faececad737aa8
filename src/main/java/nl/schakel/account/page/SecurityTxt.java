package nl.schakel.account.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.schakel.platform.web.Public;
import org.eclipse.microprofile.config.Config;

/** Whom to tell about a hole in the security (RFC 9116). */
@Public
@Path("security.txt")
@RequestScoped
public class SecurityTxt {
    private static final Duration VALID = Duration.ofDays(180);

    @Inject
    private Clock clock;

    @Inject
    private Config config;

    /** The file; the contact is {@code schakel.contact.beveiliging}, a URI. */
    @GET
    @Produces("text/plain; charset=UTF-8")
    public String text() {
        Instant expires = clock.instant().plus(VALID).truncatedTo(ChronoUnit.DAYS);
        String contact = config.getOptionalValue("schakel.contact.beveiliging", String.class)
                .orElse("mailto:beveiliging@schakel.example");
        return "Contact: " + contact + "\nExpires: " + expires + "\nPreferred-Languages: nl, en\n";
    }
}
