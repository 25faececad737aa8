package nl.schakel.study;

import nl.schakel.catalogue.VariableName;

/**
 * One variable of the catalogue and why this study cannot do without it.
 *
 * @param reason in the applicant's words; blank only in a draft
 */
public record RequestedVariable(VariableName variable, String reason) {}
