/** Tests of the package of the same name. */
@NullMarked
package nl.schakel.account.store;

import org.jspecify.annotations.NullMarked;
