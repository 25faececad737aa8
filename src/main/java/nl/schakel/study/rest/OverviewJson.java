package nl.schakel.study.rest;

import java.time.Instant;
import java.util.UUID;
import nl.schakel.study.StudyOverview;

/** One line of the list of requests. */
public record OverviewJson(
        UUID id, String code, String titel, String instelling, String staat, int variabelen, Instant sinds) {
    static OverviewJson of(StudyOverview study) {
        return new OverviewJson(
                study.id().value(),
                study.code().value(),
                study.title(),
                study.institution(),
                study.state().name(),
                study.variables(),
                study.since());
    }
}
