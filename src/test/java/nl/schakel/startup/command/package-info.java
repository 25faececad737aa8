/** The launcher with a control line for tests. */
@NullMarked
package nl.schakel.startup.command;

import org.jspecify.annotations.NullMarked;
