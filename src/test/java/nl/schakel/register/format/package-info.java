/** Tests. */
@NullMarked
package nl.schakel.register.format;

import org.jspecify.annotations.NullMarked;
