package nl.schakel.school;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One site of a school: BRIN and vestigingsnummer, written together in six positions ({@code 99ZZ00}).
 *
 * @param site two ASCII digits; {@code 00} is the main site
 */
public record SchoolSite(Brin brin, String site) {
    private static final Pattern FORM = Pattern.compile("[0-9]{2}");

    /** @throws IllegalArgumentException where the site is not two digits; use {@link #parse} for foreign input */
    public SchoolSite {
        if (!FORM.matcher(site).matches()) {
            throw new IllegalArgumentException("not a vestigingsnummer");
        }
    }

    /** The site of a six-position code, or the main site of a four-position one; empty where the form is wrong. */
    public static Optional<SchoolSite> parse(CharSequence text) {
        if (text.length() != 4 && text.length() != 6) {
            return Optional.empty();
        }
        String site = text.length() == 4 ? "00" : text.subSequence(4, 6).toString();
        return Brin.parse(text.subSequence(0, 4))
                .filter(brin -> FORM.matcher(site).matches())
                .map(brin -> new SchoolSite(brin, site));
    }

    @Override
    public String toString() {
        return brin.value() + site;
    }
}
