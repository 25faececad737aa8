/**
 * People and machines that may sign in, their roles, sessions and tokens.
 */
@NullMarked
package nl.schakel.account;

import org.jspecify.annotations.NullMarked;
