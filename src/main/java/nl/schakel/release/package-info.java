/**
 * An extract on its way out: packaged, encrypted to the researcher, released by two persons, downloaded, recalled.
 */
@NullMarked
package nl.schakel.release;

import org.jspecify.annotations.NullMarked;
