package nl.schakel.account.page;

import nl.schakel.platform.web.DeskEntry;

/**
 * One line of a task list.
 *
 * @param waiting how many things wait there, zero or more
 */
public record Task(DeskEntry entry, int waiting) {}
