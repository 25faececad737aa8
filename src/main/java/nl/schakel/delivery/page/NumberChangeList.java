package nl.schakel.delivery.page;

import java.util.List;
import nl.schakel.delivery.NumberChange;

/**
 * What the page of number changes shows.
 *
 * @param done code of what was just done, or empty
 */
public record NumberChangeList(List<NumberChange> changes, String done) {}
