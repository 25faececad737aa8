package nl.schakel.account.page;

import java.util.List;

/**
 * What one role has to do.
 *
 * @param role name of the role
 */
public record RoleTasks(String role, List<Task> tasks) {}
