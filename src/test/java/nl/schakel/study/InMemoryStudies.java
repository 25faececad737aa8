package nl.schakel.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.StaffId;

/** Requests in memory, with every entry that came with a write. */
public final class InMemoryStudies implements Studies {
    /** The entries, in order. */
    public final List<AuditEntry> entries = new ArrayList<>();

    private final Map<StudyId, Study> studies = new LinkedHashMap<>();
    private final Map<StudyId, List<Review>> reviews = new LinkedHashMap<>();
    private int last;

    @Override
    public StudyCode newCode(int year) {
        return StudyCode.of(year, ++last);
    }

    @Override
    public void add(Study study, AuditEntry entry) {
        studies.put(study.id(), study);
        entries.add(entry);
    }

    @Override
    public Optional<Study> find(StudyId id) {
        return Optional.ofNullable(studies.get(id));
    }

    @Override
    public Study hold(StudyId id) {
        return find(id).orElseThrow(StudyRefused.Unknown::new);
    }

    @Override
    public void change(Study study, AuditEntry entry) {
        add(study, entry);
    }

    @Override
    public void review(Study after, Review review, AuditEntry entry) {
        reviews.computeIfAbsent(after.id(), id -> new ArrayList<>()).add(review);
        add(after, entry);
    }

    @Override
    public List<Review> reviews(StudyId id) {
        return List.copyOf(reviews.getOrDefault(id, List.of()));
    }

    @Override
    public List<StudyOverview> ofTeam(StaffId person) {
        return studies.values().stream()
                .filter(study -> study.isTeam(person))
                .map(InMemoryStudies::overview)
                .toList();
    }

    @Override
    public List<StudyOverview> handedIn() {
        return studies.values().stream()
                .filter(study -> study.round() > 0)
                .map(InMemoryStudies::overview)
                .toList();
    }

    private static StudyOverview overview(Study study) {
        return new StudyOverview(
                study.id(),
                study.code(),
                study.request().title(),
                study.request().institution(),
                study.applicant(),
                study.state(),
                study.request().variables().size(),
                ARequest.NOW);
    }
}
