/**
 * Wires the parts: configuration read once, the clock, key stores opened and checked; and the launcher that starts the
 * database, the server and the application.
 */
@NullMarked
package nl.schakel.startup;

import org.jspecify.annotations.NullMarked;
