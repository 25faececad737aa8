/** Tests of what the pages of look-ups say. */
@NullMarked
package nl.schakel.oversight.page;

import org.jspecify.annotations.NullMarked;
