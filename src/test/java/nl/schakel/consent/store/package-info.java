/** The rule of consent in SQL against the rule in Java, and the registers under row-level security. */
@NullMarked
package nl.schakel.consent.store;

import org.jspecify.annotations.NullMarked;
