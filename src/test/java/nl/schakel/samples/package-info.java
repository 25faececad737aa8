/** Where tests find material that stands beside the repository, and made-up objects at a given state. */
@NullMarked
package nl.schakel.samples;

import org.jspecify.annotations.NullMarked;
