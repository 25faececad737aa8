/** Tests of the package of the same name. */
@NullMarked
package nl.schakel.extract.page;

import org.jspecify.annotations.NullMarked;
