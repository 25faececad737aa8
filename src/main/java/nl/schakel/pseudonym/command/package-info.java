/** The command line of key care: {@code schakel keys} and {@code schakel sleutels-voorbeeld}. */
@NullMarked
package nl.schakel.pseudonym.command;

import org.jspecify.annotations.NullMarked;
