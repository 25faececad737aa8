/**
 * Deliveries of DUO and CBS: a set of files with a manifest, loaded whole or not at all, versioned by reference date.
 */
@NullMarked
package nl.schakel.register;

import org.jspecify.annotations.NullMarked;
