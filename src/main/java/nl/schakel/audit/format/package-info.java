/**
 * Door of foreign bytes: the texts of the register of processing activities, a file of the program that is filled in from
 * configuration; and bundles, the text in which the log leaves the service, which are judged here without the service: that part knows
 * no database, no network and no container.
 */
@NullMarked
package nl.schakel.audit.format;

import org.jspecify.annotations.NullMarked;
