/** Tests of the registers. */
@NullMarked
package nl.schakel.register;

import org.jspecify.annotations.NullMarked;
