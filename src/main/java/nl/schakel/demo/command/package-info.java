/** The command line of the demo: make a world, play its users. */
@NullMarked
package nl.schakel.demo.command;

import org.jspecify.annotations.NullMarked;
