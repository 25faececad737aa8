/** Tests. */
@NullMarked
package nl.schakel.linkage.store;

import org.jspecify.annotations.NullMarked;
