/** The two registers in PostgreSQL; what another school recorded does not exist for this one. */
@NullMarked
package nl.schakel.consent.store;

import org.jspecify.annotations.NullMarked;
