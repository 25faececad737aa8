package nl.schakel.pseudonym.rest;

import java.util.List;
import nl.schakel.pseudonym.QuotaRegister.Standing;
import nl.schakel.school.SchoolYear;

/** Quotas of a school year as the API shows them. */
public record QuotasJson(String schooljaar, List<SchoolJson> scholen) {
    /** One school; {@code reden} is empty where it was not given more. */
    public record SchoolJson(String brin, long gebruikt, long toegestaan, String reden) {}

    static QuotasJson of(SchoolYear year, List<Standing> standings) {
        return new QuotasJson(
                year.toString(),
                standings.stream()
                        .map(school -> new SchoolJson(
                                school.school().value(), school.used(), school.allowed(), school.because()))
                        .toList());
    }
}
