package nl.schakel.account.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.schakel.account.Account;
import nl.schakel.account.SignedIn;
import nl.schakel.audit.Actor;
import nl.schakel.audit.CurrentActor;
import nl.schakel.platform.database.Tenant;
import nl.schakel.school.Brin;

/** Answers who acts and for which school; nobody and none where no request is running, as in background work. */
@ApplicationScoped
public class ActorOfRequest implements SignedIn, CurrentActor, Tenant {
    @Inject
    private RequestAccount request;

    @Override
    public void is(Account account) {
        request.account(account);
    }

    @Override
    public Optional<Account> account() {
        try {
            return request.account();
        } catch (ContextNotActiveException backgroundWork) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Actor> actor() {
        return account().map(Account::actor);
    }

    @Override
    public Optional<String> brin() {
        return account().flatMap(Account::school).map(Brin::value);
    }
}
