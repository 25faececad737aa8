/**
 * A school's export in: streamed, validated, pseudonymized while it is read, counted so that the sum closes, approved or
 * withdrawn by the school.
 */
@NullMarked
package nl.schakel.delivery;

import org.jspecify.annotations.NullMarked;
