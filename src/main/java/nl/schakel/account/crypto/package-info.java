/** Argon2id for passwords. */
@NullMarked
package nl.schakel.account.crypto;

import org.jspecify.annotations.NullMarked;
