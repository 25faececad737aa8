/** Tests of the school's side of the API. */
@NullMarked
package nl.schakel.delivery.client;

import org.jspecify.annotations.NullMarked;
