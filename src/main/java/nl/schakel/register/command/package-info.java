/** The command that sends a folder of register files to the service. */
@NullMarked
package nl.schakel.register.command;

import org.jspecify.annotations.NullMarked;
