package nl.schakel.study.rest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.schakel.audit.StaffId;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.AgeRecipient;
import nl.schakel.study.Grade;
import nl.schakel.study.Period;
import nl.schakel.study.Review;
import nl.schakel.study.Study;
import nl.schakel.study.StudyRequest;
import org.jspecify.annotations.Nullable;

/** A request as this reader may see it. */
public record StudyJson(
        UUID id,
        String code,
        String staat,
        int ronde,
        String titel,
        String doel,
        String instelling,
        List<String> team,
        List<VariableJson> variabelen,
        List<String> schooljaren,
        List<Integer> jaargroepen,
        @Nullable LocalDate periodeVan,
        @Nullable LocalDate periodeTot,
        @Nullable LocalDate einddatum,
        @Nullable String sleutel,
        List<ReviewJson> beoordelingen) {

    static StudyJson of(Study study, Map<StaffId, String> names, Collection<Review> reviews) {
        StudyRequest request = study.request();
        return new StudyJson(
                study.id().value(),
                study.code().value(),
                study.state().name(),
                study.round(),
                request.title(),
                request.purpose(),
                request.institution(),
                request.team().stream()
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList(),
                request.variables().stream()
                        .map(variable -> new VariableJson(variable.variable().value(), variable.reason()))
                        .toList(),
                request.population().schoolYears().stream()
                        .map(SchoolYear::toString)
                        .toList(),
                request.population().grades().stream().map(Grade::number).toList(),
                request.period().map(Period::from).orElse(null),
                request.period().map(Period::until).orElse(null),
                request.endDate().orElse(null),
                request.recipient().map(AgeRecipient::value).orElse(null),
                reviews.stream().map(ReviewJson::of).toList());
    }
}
