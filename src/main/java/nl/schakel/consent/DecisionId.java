package nl.schakel.consent;

import java.util.UUID;

/** One recorded decision. */
public record DecisionId(UUID value) {}
