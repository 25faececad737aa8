package nl.schakel.platform.database;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A statement failed for a reason that is not the sender's. Carries the SQL state and nothing else: the server's message
 * may quote values.
 */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";
    private final String sqlState;

    /** Keeps the state, drops message and cause. */
    public DatabaseFailure(SQLException cause) {
        this(cause.getSQLState());
    }

    /** Keeps the state of the statement that failed, drops message and cause; without a statement there is no state. */
    public DatabaseFailure(PersistenceException cause) {
        this(cause instanceof EntityExistsException ? UNIQUE_VIOLATION : stateOf(cause));
    }

    private DatabaseFailure(@Nullable String state) {
        super("database failure, SQLSTATE " + state);
        this.sqlState = state == null ? "" : state;
    }

    /** What ended a stream of {@code COPY}: the statement's failure where there is one, without the server's message. */
    static RuntimeException of(IOException cause) {
        return cause.getCause() instanceof SQLException statement
                ? new DatabaseFailure(statement)
                : new UncheckedIOException("COPY was interrupted", cause);
    }

    private static @Nullable String stateOf(@Nullable Throwable cause) {
        if (cause == null) {
            return null;
        }
        return cause instanceof SQLException statement ? statement.getSQLState() : stateOf(cause.getCause());
    }

    /** Five characters of SQLSTATE, or empty where the driver gave none. */
    public String sqlState() {
        return sqlState;
    }

    /** Whether a unique constraint was violated (23505). */
    public boolean isUniqueViolation() {
        return sqlState.equals(UNIQUE_VIOLATION);
    }

    /** Whether trying the whole transaction again may succeed (serialization failure, deadlock). */
    public boolean isTransient() {
        return isTransient(sqlState);
    }

    /** The same of any exception: one of this class, or the driver's own as the container and JPA pass it on. */
    public static boolean isTransient(Throwable failure) {
        return failure instanceof DatabaseFailure known
                ? known.isTransient()
                : failure instanceof SQLException statement && isTransient(statement.getSQLState());
    }

    private static boolean isTransient(@Nullable String state) {
        return "40001".equals(state) || "40P01".equals(state);
    }
}
