/** Look-ups on pages, for two privacy officers. */
@NullMarked
package nl.schakel.oversight.page;

import org.jspecify.annotations.NullMarked;
