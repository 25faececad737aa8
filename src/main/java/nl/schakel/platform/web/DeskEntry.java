package nl.schakel.platform.web;

/**
 * One entry of the menu and of the task list.
 *
 * @param role name of the role that sees it
 * @param order place in the menu of that role, ascending
 * @param path path below the portal without leading slash ({@code leveringen})
 * @param key start of the keys of its texts: {@code .menu} (link), {@code .taak} (what one does there), {@code .leeg}
 *     (when nothing waits)
 */
public record DeskEntry(String role, int order, String path, String key) {}
