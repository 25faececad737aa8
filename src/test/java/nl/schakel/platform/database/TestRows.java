package nl.schakel.platform.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** The persistence units of the product on a test's connections: same rows and settings, without a container. */
final class TestRows {
    private static final Map<Zone, EntityManagerFactory> FACTORIES = new ConcurrentHashMap<>();

    private TestRows() {}

    /** An entity manager in a transaction that ends when the one of the connection ends. */
    static EntityManager begin(Zone zone, DataSource joined) {
        EntityManager manager = FACTORIES
                .computeIfAbsent(zone, of -> factory(of, joined, Map.of()))
                .createEntityManager();
        manager.getTransaction().begin();
        return manager;
    }

    /** An entity manager with other settings. */
    static EntityManager with(Zone zone, DataSource joined, Map<String, String> settings) {
        return factory(zone, joined, settings).createEntityManager();
    }

    private static EntityManagerFactory factory(Zone zone, DataSource joined, Map<String, String> settings) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        properties.put("jakarta.persistence.jtaDataSource", "");
        properties.put("jakarta.persistence.nonJtaDataSource", joined);
        properties.put("eclipselink.session-name", zone + settings.toString());
        return Persistence.createEntityManagerFactory(zone.name().toLowerCase(Locale.ROOT), properties);
    }
}
