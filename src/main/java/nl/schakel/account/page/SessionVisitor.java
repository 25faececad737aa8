package nl.schakel.account.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.schakel.account.Account;
import nl.schakel.account.SignedIn;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Visitor;
import nl.schakel.school.Brin;

/** The signed-in account, as the pages see it. */
@RequestScoped
public class SessionVisitor implements Visitor {
    @Inject
    private SignedIn signedIn;

    @Inject
    private HttpServletRequest request;

    @Override
    public Optional<String> name() {
        return signedIn.account().map(Account::displayName);
    }

    @Override
    public Set<String> roles() {
        return signedIn.account().map(Account::roles).orElse(Set.of()).stream()
                .map(Role::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<String> school() {
        return signedIn.account().flatMap(Account::school).map(Brin::value);
    }

    @Override
    public Optional<String> formToken() {
        return signedIn.account()
                .flatMap(account -> SessionCookie.secret(request))
                .map(SessionCookie::formToken);
    }
}
