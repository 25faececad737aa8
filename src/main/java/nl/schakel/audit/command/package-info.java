/** The command line of the log: the witness, which runs far away from the service. */
@NullMarked
package nl.schakel.audit.command;

import org.jspecify.annotations.NullMarked;
