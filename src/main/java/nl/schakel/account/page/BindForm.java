package nl.schakel.account.page;

import nl.schakel.account.ProviderOffer;

/**
 * The form by which somebody whom a provider vouches for says which account is theirs.
 *
 * @param code as typed
 * @param provider where the person signed in
 * @param second whether the account needs a second factor that was not used
 */
public record BindForm(String code, ProviderOffer provider, boolean second) {}
