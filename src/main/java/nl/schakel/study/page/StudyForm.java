package nl.schakel.study.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.schakel.platform.problem.Fault;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.AgeRecipient;
import nl.schakel.study.Grade;
import nl.schakel.study.RequestText;
import nl.schakel.study.StudyRequest;

/** What stands in the request form, from a form that was sent or from a stored request. */
final class StudyForm {
    /** Start of the names of the reason fields; a variable is asked for by giving a reason. */
    static final String REASON = "reden-";

    private static final String VARIABLE = "variabele ";

    private StudyForm() {}

    static RequestText sent(MultivaluedMap<String, String> form) {
        Map<String, String> reasons = new LinkedHashMap<>();
        form.forEach((field, values) -> {
            if (field.startsWith(REASON) && !values.get(0).isBlank()) {
                reasons.put(field.substring(REASON.length()), values.get(0));
            }
        });
        return new RequestText(
                one(form, "titel"),
                one(form, "doel"),
                one(form, "instelling"),
                reasons,
                all(form, "schooljaren"),
                all(form, "jaargroepen"),
                one(form, "periodeVan"),
                one(form, "periodeTot"),
                one(form, "einddatum"),
                one(form, "sleutel"));
    }

    static RequestText stored(StudyRequest request) {
        Map<String, String> reasons = new LinkedHashMap<>();
        request.variables().forEach(variable -> reasons.put(variable.variable().value(), variable.reason()));
        return new RequestText(
                request.title(),
                request.purpose(),
                request.institution(),
                reasons,
                request.population().schoolYears().stream()
                        .map(SchoolYear::toString)
                        .toList(),
                request.population().grades().stream().map(Grade::code).toList(),
                request.period().map(period -> period.from().toString()).orElse(""),
                request.period().map(period -> period.until().toString()).orElse(""),
                request.endDate().map(Object::toString).orElse(""),
                request.recipient().map(AgeRecipient::value).orElse(""));
    }

    static List<String> usernames(MultivaluedMap<String, String> form) {
        return Arrays.stream(one(form, "team").split("[\\s,;]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.toList());
    }

    /** The id of the field where a fault is mended. */
    static String field(Fault fault) {
        String place = fault.place();
        if (place.equals("periode")) {
            return "periodeVan";
        }
        return place.startsWith(VARIABLE) ? REASON + place.substring(VARIABLE.length()) : place;
    }

    static String one(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }

    private static List<String> all(MultivaluedMap<String, String> form, String field) {
        return List.copyOf(form.getOrDefault(field, List.of()));
    }
}
