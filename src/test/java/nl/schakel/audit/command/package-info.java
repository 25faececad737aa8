/** Tests of the command line of the log. */
@NullMarked
package nl.schakel.audit.command;

import org.jspecify.annotations.NullMarked;
