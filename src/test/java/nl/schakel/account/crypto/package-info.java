/** Tests of the package of the same name. */
@NullMarked
package nl.schakel.account.crypto;

import org.jspecify.annotations.NullMarked;
