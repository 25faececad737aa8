/**
 * Deliveries in PostgreSQL: administrative rows by statements under row-level security, content by binary COPY, removal by
 * functions of the database that act for the own school only.
 */
@NullMarked
package nl.schakel.delivery.store;

import org.jspecify.annotations.NullMarked;
