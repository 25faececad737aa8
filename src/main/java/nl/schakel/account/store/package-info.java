/** Rows of accounts, tokens and failed tries to sign in, in the zone of accounts. */
@NullMarked
package nl.schakel.account.store;

import org.jspecify.annotations.NullMarked;
