/** Who sends an API request: bearer tokens; the default rule that nobody may call what says nothing. */
@NullMarked
package nl.schakel.account.rest;

import org.jspecify.annotations.NullMarked;
