package nl.schakel.extract.page;

import java.util.List;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.study.StudyOverview;

/**
 * The list of extracts.
 *
 * @param extracts the newest first
 * @param waiting approved studies of which the visitor can build the first
 */
public record ExtractList(List<BuiltExtract> extracts, List<StudyOverview> waiting) {}
