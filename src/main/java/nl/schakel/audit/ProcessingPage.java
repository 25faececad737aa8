package nl.schakel.audit;

import java.util.List;
import java.util.Optional;

/**
 * Lines of the processing log, operations newest first, each before its lines in their order.
 *
 * @param lines at most {@link ProcessingQuery#PAGE}
 * @param next where to read on; empty where there is no more
 */
public record ProcessingPage(List<ProcessingLine> lines, Optional<ProcessingQuery.Place> next) {}
