/** Asks providers of OpenID Connect: how they work, what a code stands for, by which keys they sign. */
@NullMarked
package nl.schakel.account.client;

import org.jspecify.annotations.NullMarked;
