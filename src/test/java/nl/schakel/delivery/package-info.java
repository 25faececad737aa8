/** Twins of the ports of deliveries, and what they and the real ones must both do. */
@NullMarked
package nl.schakel.delivery;

import org.jspecify.annotations.NullMarked;
