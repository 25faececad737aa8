/**
 * The dataset of one approved study: selected, generalized, suppressed, its persons known by pseudonyms of that study
 * only.
 */
@NullMarked
package nl.schakel.extract;

import org.jspecify.annotations.NullMarked;
