/**
 * The custodians' pages: states of keys, steps for two, checklists to print; the notice that keys are not available; and the
 * operators' page of quotas.
 */
@NullMarked
package nl.schakel.pseudonym.page;

import org.jspecify.annotations.NullMarked;
