package nl.schakel.platform.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The administrative rows of a zone, through JPA, in the running transaction.
 *
 * <p>Thread-safe; the entity manager it lends is for the work alone.
 */
public final class Rows {
    private final Supplier<EntityManager> managers;

    Rows(Supplier<EntityManager> managers) {
        this.managers = managers;
    }

    /** What the work finds. @throws DatabaseFailure where a statement fails */
    public <T> T read(Function<EntityManager, T> work) {
        try {
            return work.apply(managers.get());
        } catch (PersistenceException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Does the work and sends what it changed to the database, so that statements after it see the change and a
     * constraint that it breaks shows here.
     *
     * @throws DatabaseFailure where a statement fails, or no transaction is running
     */
    public void write(Consumer<EntityManager> work) {
        try {
            EntityManager manager = managers.get();
            work.accept(manager);
            manager.flush();
        } catch (PersistenceException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Runs an update or delete of JPQL. Rows that were read before are read anew when they are needed again.
     *
     * @return how many rows it changed
     * @throws DatabaseFailure where the statement fails
     */
    public int update(Function<EntityManager, Query> query) {
        int changed = read(manager -> query.apply(manager).executeUpdate());
        forget();
        return changed;
    }

    /** Lets rows be read anew that a statement may have changed. */
    public void forget() {
        managers.get().clear();
    }
}
