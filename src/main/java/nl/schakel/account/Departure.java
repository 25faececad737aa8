package nl.schakel.account;

import java.net.URI;

/**
 * A sign-in at a provider that begins.
 *
 * @param address where the browser goes
 */
public record Departure(URI address, SignInTry begun) {}
