/** Tests of the package of the same name. */
@NullMarked
package nl.schakel.account.page;

import org.jspecify.annotations.NullMarked;
