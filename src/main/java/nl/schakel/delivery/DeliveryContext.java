package nl.schakel.delivery;

import java.time.LocalDate;
import java.util.Optional;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import nl.schakel.school.SchoolYear;

/**
 * What the reader must know and a file cannot be trusted to say.
 *
 * @param school the signed-in school; a file of another school is refused
 * @param today the day on Dutch clocks; no date in a file may lie after it
 * @param mode how numbers come
 * @param declaredYear the school year that came with the request, needed for CSV, which has no header; where a file says
 *     its own year, the two must agree
 * @param declaredSite the site that came with the request, for CSV; empty means the main site
 * @param limits how much a file may hold
 */
public record DeliveryContext(
        Brin school,
        LocalDate today,
        NumberMode mode,
        Optional<SchoolYear> declaredYear,
        Optional<SchoolSite> declaredSite,
        FileLimits limits) {
    /** A context for a file that describes itself, with the usual limits. */
    public DeliveryContext(Brin school, LocalDate today) {
        this(school, today, NumberMode.DIRECT, Optional.empty(), Optional.empty(), FileLimits.USUAL);
    }
}
