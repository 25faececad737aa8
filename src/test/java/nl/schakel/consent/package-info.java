/** The rule of consent, the use cases, and in-memory parts of them. */
@NullMarked
package nl.schakel.consent;

import org.jspecify.annotations.NullMarked;
