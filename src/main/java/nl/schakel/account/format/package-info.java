/** Reads the file of development accounts. */
@NullMarked
package nl.schakel.account.format;

import org.jspecify.annotations.NullMarked;
