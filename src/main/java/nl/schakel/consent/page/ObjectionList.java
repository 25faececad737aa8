package nl.schakel.consent.page;

import java.util.List;
import nl.schakel.consent.Objection;

/**
 * What the page of objections shows.
 *
 * @param done code of what was just done, or empty
 */
public record ObjectionList(List<Objection> objections, String done) {}
