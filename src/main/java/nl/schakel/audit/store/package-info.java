/** The log in PostgreSQL: entries inserted one by one, lines of the processing log by {@code COPY}, both read by the auditor. */
@NullMarked
package nl.schakel.audit.store;

import org.jspecify.annotations.NullMarked;
