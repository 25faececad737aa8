/** The texts of the register of processing activities: a file of the program, filled in from configuration. */
@NullMarked
package nl.schakel.audit.format;

import org.jspecify.annotations.NullMarked;
