package nl.schakel.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.platform.problem.Fault;

/** Writes a problem as a document of RFC 9457; the facts are its extension members. Thread-safe. */
final class ProblemJson {
    static final String MEDIA_TYPE = "application/problem+json";

    private ProblemJson() {}

    static String write(Problem problem, Texts texts) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "/problemen/" + problem.slug());
        document.put("title", problem.title(texts));
        document.put("status", problem.status());
        document.put("detail", problem.detail(texts));
        problem.facts().forEach(document::putIfAbsent);
        if (!problem.faults().isEmpty()) {
            document.put("fouten", faults(problem.faults()));
        }
        problem.reference().ifPresent(reference -> document.put("kenmerk", reference));
        return JsonText.of(document);
    }

    private static List<Map<String, String>> faults(List<Fault> faults) {
        return faults.stream().map(ProblemJson::fault).toList();
    }

    private static Map<String, String> fault(Fault fault) {
        Map<String, String> member = new LinkedHashMap<>();
        member.put("plaats", fault.place());
        member.put("regel", fault.rule());
        member.put("verwacht", fault.expected());
        member.put("herstel", fault.repair());
        return member;
    }
}
