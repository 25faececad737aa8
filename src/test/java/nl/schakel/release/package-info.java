/** Tests of what leaves: packages, keys, separation of duty. */
@NullMarked
package nl.schakel.release;

import org.jspecify.annotations.NullMarked;
