/** The upload form as bytes. */
@NullMarked
package nl.schakel.delivery.page;

import org.jspecify.annotations.NullMarked;
