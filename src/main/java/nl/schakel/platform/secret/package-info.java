/**
 * What must not be printed, compared by accident, or kept: byte strings with a lifetime, and the key stores of the
 * holders.
 */
@NullMarked
package nl.schakel.platform.secret;

import org.jspecify.annotations.NullMarked;
