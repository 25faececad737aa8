/** Extracts and their members in the schema {@code extract}; reads the cold views and nothing else of other features. */
@NullMarked
package nl.schakel.extract.store;

import org.jspecify.annotations.NullMarked;
