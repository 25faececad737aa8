package nl.schakel.release;

import nl.schakel.study.AgeRecipient;

/** A researcher's secret key with the recipient that belongs to it. */
public record AgeKeyPair(AgeIdentity identity, AgeRecipient recipient) {}
