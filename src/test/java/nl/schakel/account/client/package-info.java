/** Providers of OpenID Connect, as they should answer and as they should not. */
@NullMarked
package nl.schakel.account.client;

import org.jspecify.annotations.NullMarked;
