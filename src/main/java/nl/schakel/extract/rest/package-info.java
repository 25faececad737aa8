/** Builds extracts of a study and shows what is known of them. */
@NullMarked
package nl.schakel.extract.rest;

import org.jspecify.annotations.NullMarked;
