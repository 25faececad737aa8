/** Reaches the service from a school's machine over HTTP. */
@NullMarked
package nl.schakel.delivery.client;

import org.jspecify.annotations.NullMarked;
