/** The researcher's commands: {@code schakel sleutelpaar} and {@code schakel haal}. */
@NullMarked
package nl.schakel.release.command;

import org.jspecify.annotations.NullMarked;
