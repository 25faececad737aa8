package nl.schakel.extract.page;

import java.util.List;
import nl.schakel.extract.BuiltExtract;

/** The extracts on the list, the newest first. */
public record ExtractList(List<BuiltExtract> extracts) {}
