/** Tests of look-ups on a real database. */
@NullMarked
package nl.schakel.oversight.store;

import org.jspecify.annotations.NullMarked;
