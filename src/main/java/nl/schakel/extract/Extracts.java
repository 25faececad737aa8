package nl.schakel.extract;

import java.util.List;
import java.util.Optional;
import nl.schakel.study.StudyId;

/** Port: the extracts that were built. Zone cold, in the caller's transaction. */
public interface Extracts {
    /** The extract, or empty where there is none. */
    Optional<BuiltExtract> find(ExtractId id);

    /** The extracts of a study, the newest first. */
    List<BuiltExtract> ofStudy(StudyId study);

    /** The newest extracts of all studies, at most so many. */
    List<BuiltExtract> newest(int most);
}
