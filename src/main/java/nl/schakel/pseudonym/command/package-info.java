/** The command line of key care: {@code schakel keys}, {@code schakel key-service} and {@code schakel sleutels-voorbeeld}. */
@NullMarked
package nl.schakel.pseudonym.command;

import org.jspecify.annotations.NullMarked;
