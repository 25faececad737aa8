/**
 * The command line of the log: the witness, which runs far away from the service, and {@code schakel verify}, which judges a bundle
 * of the log without the service.
 */
@NullMarked
package nl.schakel.audit.command;

import org.jspecify.annotations.NullMarked;
