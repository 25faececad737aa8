/** Foreign bytes in, rows out: the manifest (JSON) and the register files (CSV with the names of the CBS catalogue). */
@NullMarked
package nl.schakel.register.format;

import org.jspecify.annotations.NullMarked;
