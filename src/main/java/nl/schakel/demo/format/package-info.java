/** Writes the made-up world as its users' files: EDEXML, UWLR, CSV, the registers with their manifest, and the accounts. */
@NullMarked
package nl.schakel.demo.format;

import org.jspecify.annotations.NullMarked;
