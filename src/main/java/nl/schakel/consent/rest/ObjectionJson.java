package nl.schakel.consent.rest;

import java.time.LocalDate;
import java.util.List;
import nl.schakel.consent.Objection;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** An objection as the API shows it: when, and nothing of the pupil. */
public record ObjectionJson(String id, LocalDate vanaf, String vastgelegdOp, @Nullable String ingetrokkenOp) {
    static ObjectionJson of(Objection objection) {
        return new ObjectionJson(
                objection.id().value().toString(),
                SchoolYear.dayOf(objection.from()),
                objection.recorded().toString(),
                objection.withdrawn().map(Object::toString).orElse(null));
    }

    /** A list with its length. */
    public record ListOf(int aantal, List<ObjectionJson> bezwaren) {
        static ListOf all(List<Objection> objections) {
            return new ListOf(
                    objections.size(),
                    objections.stream().map(ObjectionJson::of).toList());
        }
    }
}
