/** Linkage as set-based SQL of the link zone, which reads keyed values and never content. */
@NullMarked
package nl.schakel.linkage.store;

import org.jspecify.annotations.NullMarked;
