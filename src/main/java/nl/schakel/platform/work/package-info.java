/** The marker by which the command line finds its subcommands. */
@NullMarked
package nl.schakel.platform.work;

import org.jspecify.annotations.NullMarked;
