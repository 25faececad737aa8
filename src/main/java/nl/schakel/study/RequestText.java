package nl.schakel.study;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.schakel.audit.StaffId;
import nl.schakel.catalogue.VariableName;
import nl.schakel.platform.problem.Fault;
import nl.schakel.school.SchoolYear;

/**
 * A request as somebody typed it, by form or API: every part a text, empty where nothing was typed.
 *
 * @param reasons by variable name, in order
 * @param schoolYears as {@code 2019-2020}
 * @param grades as {@code 3}
 * @param from first day of the period, ISO 8601
 * @param until last day of the period, ISO 8601
 * @param endDate last day of keeping the data, ISO 8601
 * @param recipient age recipient
 */
public record RequestText(
        String title,
        String purpose,
        String institution,
        Map<String, String> reasons,
        List<String> schoolYears,
        List<String> grades,
        String from,
        String until,
        String endDate,
        String recipient) {
    private static final int LONGEST = 20_000;

    /** Takes copies. */
    public RequestText {
        reasons = new LinkedHashMap<>(reasons);
        schoolYears = List.copyOf(schoolYears);
        grades = List.copyOf(grades);
    }

    /**
     * The request, complete or not.
     *
     * @throws StudyRefused.Incomplete with everything together that was typed and cannot be read
     */
    public StudyRequest read(Set<StaffId> team) {
        List<Fault> faults = new ArrayList<>();
        StudyRequest request = new StudyRequest(
                bounded(faults, "titel", title),
                bounded(faults, "doel", purpose),
                bounded(faults, "instelling", institution),
                team,
                variables(faults),
                Population.of(
                        all(faults, "schooljaren", schoolYears, SchoolYear::parse),
                        all(faults, "jaargroepen", grades, Grade::parse)),
                period(faults),
                day(faults, "einddatum", endDate),
                recipient(faults));
        if (!faults.isEmpty()) {
            throw new StudyRefused.Incomplete(faults);
        }
        return request;
    }

    private static String bounded(List<Fault> faults, String place, String text) {
        if (text.length() > LONGEST) {
            faults.add(new Fault(place, "ST-20", "hoogstens 20.000 tekens", "Maak de tekst korter."));
        }
        return text.strip();
    }

    private List<RequestedVariable> variables(List<Fault> faults) {
        List<RequestedVariable> variables = new ArrayList<>();
        reasons.forEach((name, reason) -> VariableName.parse(name)
                .ifPresentOrElse(
                        variable ->
                                variables.add(new RequestedVariable(variable, bounded(faults, "variabelen", reason))),
                        () -> faults.add(new Fault(
                                "variabelen",
                                "ST-11",
                                "variabelen die in de catalogus staan",
                                "Kies een variabele uit de catalogus."))));
        return variables;
    }

    private static <T> Set<T> all(
            List<Fault> faults, String place, List<String> texts, Function<String, Optional<T>> parser) {
        Set<T> values = new HashSet<>();
        for (String text : texts) {
            parser.apply(text)
                    .ifPresentOrElse(
                            values::add,
                            () -> faults.add(new Fault(
                                    place,
                                    "ST-21",
                                    "waarden als 2019-2020 en 3",
                                    "Verbeter de waarde of haal haar weg.")));
        }
        return values;
    }

    private Optional<Period> period(List<Fault> faults) {
        Optional<LocalDate> first = day(faults, "periodeVan", from);
        Optional<LocalDate> last = day(faults, "periodeTot", until);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (last.get().isBefore(first.get())) {
            faults.add(new Fault(
                    "periodeTot", "ST-22", "een dag op of na de eerste dag", "Verbeter een van beide datums."));
            return Optional.empty();
        }
        return Optional.of(new Period(first.get(), last.get()));
    }

    private static Optional<LocalDate> day(List<Fault> faults, String place, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            faults.add(new Fault(place, "ST-23", "een datum als 2026-08-31", "Schrijf jaar, maand en dag."));
            return Optional.empty();
        }
    }

    private Optional<AgeRecipient> recipient(List<Fault> faults) {
        Optional<AgeRecipient> read = AgeRecipient.parse(recipient);
        if (read.isEmpty() && !recipient.isBlank()) {
            faults.add(new Fault(
                    "sleutel",
                    "ST-10",
                    "een publieke sleutel die met age1 begint",
                    "Plak de publieke sleutel opnieuw; er mist een teken of er is een teken veranderd."));
        }
        return read;
    }
}
