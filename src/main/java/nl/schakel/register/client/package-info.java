/** Sends register files to a service over HTTP. */
@NullMarked
package nl.schakel.register.client;

import org.jspecify.annotations.NullMarked;
