package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Finds the account of a program; asked again at each request, so that disabling it or ending its binding works at once. */
@Dependent
@Transactional
public class FindMachine {
    private final BoundIdentities identities;

    /** Takes its port. */
    @Inject
    public FindMachine(BoundIdentities identities) {
        this.identities = identities;
    }

    /** The enabled account of a machine; empty for a program that is none, and for a person. */
    public Optional<Account> of(IdentityName program) {
        return identities.machine(program).filter(Account::enabled);
    }
}
