/** The log on a page, for the privacy officer. */
@NullMarked
package nl.schakel.audit.page;

import org.jspecify.annotations.NullMarked;
