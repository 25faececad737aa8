/** Registers in PostgreSQL: content by COPY, administration by plain statements of the link zone. */
@NullMarked
package nl.schakel.register.store;

import org.jspecify.annotations.NullMarked;
