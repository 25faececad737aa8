/** Tests of the package of the same name. */
@NullMarked
package nl.schakel.account.format;

import org.jspecify.annotations.NullMarked;
