/** Tests of the readers. */
@NullMarked
package nl.schakel.delivery.format;

import org.jspecify.annotations.NullMarked;
