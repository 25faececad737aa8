/**
 * Two registers, never one box: objections (opt-out, results on language and maths) and consents (opt-in, social-emotional
 * data), append-only and asked again at every exit.
 */
@NullMarked
package nl.schakel.consent;

import org.jspecify.annotations.NullMarked;
