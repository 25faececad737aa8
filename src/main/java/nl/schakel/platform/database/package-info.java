/**
 * Zones of the database and their connection pools: rows of JPA for administrative state, SQL statements, the binary
 * {@code COPY} in both directions, all on one connection in a transaction.
 *
 * <p>Each {@link nl.schakel.platform.database.Zone} is one PostgreSQL role. A transaction stays within one zone.
 */
@NullMarked
package nl.schakel.platform.database;

import org.jspecify.annotations.NullMarked;
