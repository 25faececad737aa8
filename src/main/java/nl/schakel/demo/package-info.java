/**
 * A made-up education population written as its users' files, and the users themselves, played against the public API.
 */
@NullMarked
package nl.schakel.demo;

import org.jspecify.annotations.NullMarked;
