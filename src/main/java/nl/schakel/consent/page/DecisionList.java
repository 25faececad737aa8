package nl.schakel.consent.page;

import java.util.List;
import nl.schakel.consent.Decision;

/**
 * What the page of consents shows.
 *
 * @param done code of what was just done, or empty
 * @param typed what to show again after a fault
 */
public record DecisionList(List<Decision> decisions, String done, DecisionForm.Typed typed) {}
