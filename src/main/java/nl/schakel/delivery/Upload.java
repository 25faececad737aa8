package nl.schakel.delivery;

import java.io.InputStream;
import java.util.Optional;
import nl.schakel.school.SchoolSite;
import nl.schakel.school.SchoolYear;

/**
 * A file as it arrives.
 *
 * @param bytes read once, while it arrives; never written anywhere
 * @param trial whether to check only and to store nothing
 * @param mode how the sender declared that numbers come
 * @param declaredYear the school year that the sender named, needed for formats that do not say it
 * @param declaredSite the site that the sender named, for formats that do not say it
 */
public record Upload(
        InputStream bytes,
        IdempotencyKey key,
        boolean trial,
        NumberMode mode,
        Optional<SchoolYear> declaredYear,
        Optional<SchoolSite> declaredSite) {
    /** A file that describes itself, to be stored. */
    public Upload(InputStream bytes, IdempotencyKey key) {
        this(bytes, key, false, NumberMode.DIRECT, Optional.empty(), Optional.empty());
    }

    /** The same, to be checked only. */
    public Upload asTrial() {
        return new Upload(bytes, key, true, mode, declaredYear, declaredSite);
    }
}
