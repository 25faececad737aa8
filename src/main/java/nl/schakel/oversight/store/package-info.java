/** Requests to look up a pupil, and the way from a keyed number to events, in PostgreSQL. */
@NullMarked
package nl.schakel.oversight.store;

import org.jspecify.annotations.NullMarked;
