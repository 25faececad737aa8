package nl.schakel.account;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.school.Brin;
import org.jspecify.annotations.Nullable;

/**
 * Which claims of a provider mean what. Claims only ever narrow who may come in: a role is given here, never there, and an
 * affiliation is not asked for.
 *
 * @param brin claim with the BRIN of 4 or 6 characters ({@code 99AA}, {@code 99AA00}); empty where the provider knows none
 * @param organisation claim with the home organisation; empty where any will do
 * @param organisations those that are let in; not empty exactly where {@code organisation} is given
 * @param entitlement claim with entitlements; empty where none is needed
 * @param entitlements one of these is needed; not empty exactly where {@code entitlement} is given
 * @param strong values of {@code acr} that stand for a second factor; empty where the provider offers none
 */
public record ClaimsMap(
        String brin,
        String organisation,
        Set<String> organisations,
        String entitlement,
        Set<String> entitlements,
        List<String> strong) {
    private static final Pattern BRIN = Pattern.compile("([0-9]{2}[A-Z]{2})([0-9]{2})?");
    private static final int BRIN_LENGTH = 4;

    /** @throws IllegalArgumentException where a claim is named without values that fit, or the other way round */
    public ClaimsMap {
        organisations = Set.copyOf(organisations);
        entitlements = Set.copyOf(entitlements);
        strong = List.copyOf(strong);
        if (organisation.isEmpty() != organisations.isEmpty() || entitlement.isEmpty() != entitlements.isEmpty()) {
            throw new IllegalArgumentException("a claim needs values that fit, and values need a claim");
        }
    }

    /** The claims that must be known, whether from the token or asked for afterwards. */
    public Set<String> asked() {
        return Stream.of(brin, organisation, entitlement)
                .filter(claim -> !claim.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The identity that the claims describe.
     *
     * @param claims as JSON: texts, and lists of texts
     * @throws AccountRefused.OtherOrganisation where an organisation or entitlement is missing or is none of those let in
     * @throws AccountRefused.AnswerRefused where a claim has another form
     */
    public ProvedIdentity identity(String issuer, String subject, String acr, Map<String, ?> claims) {
        if (!letsIn(organisation, organisations, claims) || !letsIn(entitlement, entitlements, claims)) {
            throw new AccountRefused.OtherOrganisation();
        }
        return new ProvedIdentity(issuer, subject, strong.contains(acr), !brin.isEmpty(), school(claims));
    }

    private static boolean letsIn(String claim, Set<String> wanted, Map<String, ?> claims) {
        return claim.isEmpty() || texts(claims.get(claim)).stream().anyMatch(wanted::contains);
    }

    private Optional<Brin> school(Map<String, ?> claims) {
        if (brin.isEmpty()) {
            return Optional.empty();
        }
        List<String> said = texts(claims.get(brin));
        if (said.size() > 1) {
            throw new AccountRefused.AnswerRefused(AccountRefused.AnswerFault.CLAIMS);
        }
        return said.stream().findFirst().map(ClaimsMap::brin);
    }

    private static Brin brin(String said) {
        String upper = said.toUpperCase(Locale.ROOT);
        if (!BRIN.matcher(upper).matches()) {
            throw new AccountRefused.AnswerRefused(AccountRefused.AnswerFault.CLAIMS);
        }
        return new Brin(upper.substring(0, BRIN_LENGTH));
    }

    private static List<String> texts(@Nullable Object said) {
        if (said instanceof String text) {
            return List.of(text);
        }
        if (said instanceof Collection<?> many && many.stream().allMatch(String.class::isInstance)) {
            return many.stream().map(Objects::toString).toList();
        }
        return List.of();
    }
}
