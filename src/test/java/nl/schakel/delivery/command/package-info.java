/** Tests of what a school's program keeps. */
@NullMarked
package nl.schakel.delivery.command;

import org.jspecify.annotations.NullMarked;
