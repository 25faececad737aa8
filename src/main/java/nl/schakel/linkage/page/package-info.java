/** The operator's pages of linkage: runs, the match rate, and the button that starts one. */
@NullMarked
package nl.schakel.linkage.page;

import org.jspecify.annotations.NullMarked;
