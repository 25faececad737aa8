/** Tests of what leaves: packages, keys, separation of duty. */
@NullMarked
package nl.schakel.release.store;

import org.jspecify.annotations.NullMarked;
