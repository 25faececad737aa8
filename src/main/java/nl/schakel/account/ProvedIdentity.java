package nl.schakel.account;

import java.util.Optional;
import nl.schakel.school.Brin;

/**
 * Whom a provider vouches for. Issuer and subject together name one person for ever (OpenID Connect Core 5.7); nothing else
 * that a provider says does, and nothing of it gives a right.
 *
 * @param issuer exact address of who signed
 * @param subject opaque, 1 to 255 ASCII characters
 * @param strong whether a second factor was used
 * @param schoolAsked whether the provider is asked for which school it knows the person
 * @param school the school that it named
 */
public record ProvedIdentity(
        String issuer, String subject, boolean strong, boolean schoolAsked, Optional<Brin> school) {
    /** @throws IllegalArgumentException where issuer or subject is empty or too long */
    public ProvedIdentity {
        IdentityName.require(issuer, subject);
    }

    /** By what the provider knows the person. */
    IdentityName name() {
        return new IdentityName(issuer, subject);
    }

    /**
     * Returns normally where the person may come in as this account.
     *
     * @throws AccountRefused.OtherOrganisation where the account is of a school and the provider, being asked, names
     *     another one or none
     */
    void requireSchoolOf(Account account) {
        if (schoolAsked && account.school().isPresent() && !school.equals(account.school())) {
            throw new AccountRefused.OtherOrganisation();
        }
    }

    @Override
    public String toString() {
        return "ProvedIdentity[hidden]";
    }
}
