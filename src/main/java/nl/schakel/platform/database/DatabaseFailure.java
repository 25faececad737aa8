package nl.schakel.platform.database;

import java.sql.SQLException;

/**
 * A statement failed for a reason that is not the sender's. Carries the SQL state and nothing else: the server's message
 * may quote values.
 */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String sqlState;

    /** Keeps the state, drops message and cause. */
    public DatabaseFailure(SQLException cause) {
        super("database failure, SQLSTATE " + cause.getSQLState());
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** Five characters of SQLSTATE, or empty where the driver gave none. */
    public String sqlState() {
        return sqlState;
    }

    /** Whether a unique constraint was violated (23505). */
    public boolean isUniqueViolation() {
        return sqlState.equals("23505");
    }

    /** Whether trying the whole transaction again may succeed (serialization failure, deadlock). */
    public boolean isTransient() {
        return sqlState.equals("40001") || sqlState.equals("40P01");
    }
}
