package nl.schakel.consent;

import nl.schakel.pseudonym.PersonKey;

/** A decision together with the pupil whom it is about, on its way into the register. */
public record NewDecision(PersonKey person, Decision decision) {}
