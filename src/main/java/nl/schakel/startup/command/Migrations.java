package nl.schakel.startup.command;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the schemas up to date as the owner role; the application's own roles cannot. */
public final class Migrations {
    private Migrations() {}

    /** Applies what is missing, each file in a transaction of its own. @throws StartupFailure where one fails */
    public static void run(DatabaseAccess access) {
        run(access.url(), access.password("schakel_migrator"));
    }

    /** The same with JDK types only, for a caller in another class loader. */
    public static void run(String url, String password) {
        reach(url, password);
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(url, "schakel_migrator", password)
                    .initSql("set role schakel_owner")
                    .locations("classpath:db/migration")
                    .schemas("schakel_migrations")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartupFailure("De database kan niet worden bijgewerkt: " + e.getMessage(), e);
        }
    }

    private static void reach(String url, String password) {
        // not DriverManager: in a class loader of its own it would not find the driver
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("schakel_migrator");
        source.setPassword(password);
        try (Connection connection = source.getConnection()) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw new StartupFailure(
                    "De database is niet bereikbaar op " + url + " (SQLSTATE " + e.getSQLState()
                            + "). Controleer SCHAKEL_DB_URL en de wachtwoorden.",
                    e);
        }
    }
}
