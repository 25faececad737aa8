/** The tool with which a school delivers files, direct or blind. */
@NullMarked
package nl.schakel.delivery.command;

import org.jspecify.annotations.NullMarked;
