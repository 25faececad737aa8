/** Tests of the package of the same name. */
@NullMarked
package nl.schakel.account;

import org.jspecify.annotations.NullMarked;
