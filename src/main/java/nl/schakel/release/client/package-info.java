/** Calls the service over HTTP on the researcher's machine. */
@NullMarked
package nl.schakel.release.client;

import org.jspecify.annotations.NullMarked;
