package nl.schakel.startup.command;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Creates the roles of all zones in the embedded database and gives every login role a fresh random password at each
 * start, so that none is ever stored. {@code deploy/db-roles.sql} does the same for an external database.
 */
public final class DatabaseRoles {
    /** The login roles of the zones, without the prefix {@code schakel_}. */
    public static final List<String> ZONES = List.of("school", "link", "cold", "account", "log", "auditor");

    private DatabaseRoles() {}

    /** Creates what is missing; the connection is a superuser's. @return the password of each login role */
    public static Map<String, String> prepare(Connection connection) throws SQLException {
        SecureRandom random = new SecureRandom();
        Map<String, String> passwords = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement, "schakel_owner")) {
                create(statement, connection.getCatalog());
            }
            for (String role : loginRoles()) {
                byte[] secret = new byte[24];
                random.nextBytes(secret);
                String password = HexFormat.of().formatHex(secret);
                statement.execute("alter role " + role + " password '" + password + "'");
                passwords.put(role, password);
            }
        }
        return passwords;
    }

    /** All login roles, the migrator first. */
    public static List<String> loginRoles() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("schakel_migrator"),
                        ZONES.stream().map(zone -> "schakel_" + zone))
                .toList();
    }

    private static boolean exists(Statement statement, String role) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
            return rows.next();
        }
    }

    private static void create(Statement statement, String database) throws SQLException {
        statement.execute("create role schakel_owner nologin");
        for (String role : loginRoles()) {
            statement.execute("create role " + role + " login noinherit nocreatedb nocreaterole");
        }
        statement.execute("grant schakel_owner to schakel_migrator");
        statement.execute("revoke all on database " + database + " from public");
        statement.execute("grant connect on database " + database + " to " + String.join(", ", loginRoles()));
        statement.execute("grant temporary on database " + database + " to schakel_link, schakel_cold");
        statement.execute("grant create on database " + database + " to schakel_owner");
        statement.execute("revoke all on schema public from public");
    }
}
