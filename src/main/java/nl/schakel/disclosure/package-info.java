/**
 * Whether a dataset may leave: k-anonymity on the person, generalization and suppression, risk before and after. Pure
 * functions over coded columns; knows no pupil and no database.
 */
@NullMarked
package nl.schakel.disclosure;

import org.jspecify.annotations.NullMarked;
