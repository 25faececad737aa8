/** The risk report of extracts, for data stewards and privacy officers. */
@NullMarked
package nl.schakel.extract.page;

import org.jspecify.annotations.NullMarked;
