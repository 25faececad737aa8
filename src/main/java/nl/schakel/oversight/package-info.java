/**
 * The privacy officer's desk over all features.
 */
@NullMarked
package nl.schakel.oversight;

import org.jspecify.annotations.NullMarked;
