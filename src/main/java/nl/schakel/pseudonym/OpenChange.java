package nl.schakel.pseudonym;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of keys that is open.
 *
 * @param since when it was opened
 * @param decided the step by which two custodians opened it, where the register has one
 */
public record OpenChange(Instant since, Optional<KeyStep> decided) {}
