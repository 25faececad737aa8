/**
 * A researcher's request: purpose, team, variables each with a reason, two reviews that do not see each other, a decision.
 */
@NullMarked
package nl.schakel.study;

import org.jspecify.annotations.NullMarked;
