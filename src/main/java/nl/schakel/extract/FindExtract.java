package nl.schakel.extract;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.study.ApprovedStudies;
import nl.schakel.study.StudyId;

/** Shows extracts to whom they concern. */
@Dependent
public class FindExtract {
    private final Extracts extracts;
    private final ApprovedStudies studies;

    @Inject
    public FindExtract(Extracts extracts, ApprovedStudies studies) {
        this.extracts = extracts;
        this.studies = studies;
    }

    /** The extract. @throws ExtractRefused.Unknown where there is none, or it is not this person's to see */
    @Transactional
    public BuiltExtract find(Actor actor, ExtractId id) {
        return extracts.find(id).filter(extract -> maySee(actor, extract)).orElseThrow(ExtractRefused.Unknown::new);
    }

    /** The extracts of a study that the person may see, the newest first. */
    @Transactional
    public List<BuiltExtract> ofStudy(Actor actor, StudyId study) {
        return extracts.ofStudy(study).stream()
                .filter(extract -> maySee(actor, extract))
                .toList();
    }

    /** The newest extracts that the person may see, at most a hundred. */
    @Transactional
    public List<BuiltExtract> newest(Actor actor) {
        return extracts.newest(100).stream()
                .filter(extract -> maySee(actor, extract))
                .toList();
    }

    private boolean maySee(Actor actor, BuiltExtract extract) {
        return ExtractPolicy.maySee(actor, extract)
                || studies.find(extract.study())
                        .filter(study -> ExtractPolicy.isTeam(actor, study))
                        .isPresent();
    }
}
