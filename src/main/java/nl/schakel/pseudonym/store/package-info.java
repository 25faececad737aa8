/** Persons and their tokens in PostgreSQL. */
@NullMarked
package nl.schakel.pseudonym.store;

import org.jspecify.annotations.NullMarked;
