/** The contracts of the log against PostgreSQL, and what its tables refuse. */
@NullMarked
package nl.schakel.audit.store;

import org.jspecify.annotations.NullMarked;
