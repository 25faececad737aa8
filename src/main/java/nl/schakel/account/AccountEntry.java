package nl.schakel.account;

import java.time.Instant;

/**
 * An account as its operators see it.
 *
 * @param machine whether it belongs to a program: then it has tokens and no password
 */
public record AccountEntry(Account account, boolean machine, Instant created) {}
