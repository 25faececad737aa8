/** Plays a world's users against the public API of a running service. */
@NullMarked
package nl.schakel.demo.client;

import org.jspecify.annotations.NullMarked;
