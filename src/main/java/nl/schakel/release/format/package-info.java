/** The files of a package: written as one zip, read back and checked against their manifest. */
@NullMarked
package nl.schakel.release.format;

import org.jspecify.annotations.NullMarked;
