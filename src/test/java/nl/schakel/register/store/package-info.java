/** Tests. */
@NullMarked
package nl.schakel.register.store;

import org.jspecify.annotations.NullMarked;
