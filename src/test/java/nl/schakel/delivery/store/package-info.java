/** The PostgreSQL stores under the contract of the use cases. */
@NullMarked
package nl.schakel.delivery.store;

import org.jspecify.annotations.NullMarked;
