/** Takes steps of key care to a service over HTTP. */
@NullMarked
package nl.schakel.pseudonym.client;

import org.jspecify.annotations.NullMarked;
