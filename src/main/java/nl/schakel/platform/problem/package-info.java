/**
 * Refusals: the one way in which a request ends without having done anything, with a kind, a stable slug and typed facts,
 * and never a value that somebody sent.
 */
@NullMarked
package nl.schakel.platform.problem;

import org.jspecify.annotations.NullMarked;
