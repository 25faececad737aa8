package nl.schakel.platform.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.platform.problem.Fault;

/**
 * An error as it leaves the service.
 *
 * @param feature whose message bundle explains it
 * @param slug stable name
 * @param status HTTP status
 * @param facts numbers, codes, dates; never a value that somebody sent
 * @param faults everything that is wrong in the request; empty where the reason is a single one
 * @param reference random number by which the operator finds a defect in the log; present for defects only
 */
record Problem(
        String feature,
        String slug,
        int status,
        Map<String, Object> facts,
        List<Fault> faults,
        Optional<String> reference) {

    static Problem of(String slug, int status) {
        return new Problem("platform", slug, status, Map.of(), List.of(), Optional.empty());
    }

    String title(Texts texts) {
        return texts.text(key() + ".titel");
    }

    String detail(Texts texts) {
        return texts.text(key() + ".uitleg");
    }

    /** After how many seconds the same request may be sent again, where that is known. */
    Optional<String> waitSeconds() {
        return Optional.ofNullable(facts.get("wachtSeconden")).map(Object::toString);
    }

    private String key() {
        return feature + ".probleem." + slug;
    }
}
