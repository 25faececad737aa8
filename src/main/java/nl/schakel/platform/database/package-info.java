/**
 * Zones of the database and their connection pools, the binary {@code COPY} in both directions.
 *
 * <p>Each {@link nl.schakel.platform.database.Zone} is one PostgreSQL role. A transaction stays within one zone.
 */
@NullMarked
package nl.schakel.platform.database;

import org.jspecify.annotations.NullMarked;
