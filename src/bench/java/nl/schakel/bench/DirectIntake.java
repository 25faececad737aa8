package nl.schakel.bench;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.store.AuditParts;
import nl.schakel.delivery.Decided;
import nl.schakel.delivery.IdempotencyKey;
import nl.schakel.delivery.IntakeDesk;
import nl.schakel.delivery.IntakeLog;
import nl.schakel.delivery.PupilDesk;
import nl.schakel.delivery.Receipt;
import nl.schakel.delivery.ReceiveDelivery;
import nl.schakel.delivery.Upload;
import nl.schakel.delivery.format.SchoolFileReader;
import nl.schakel.delivery.store.DeliveryParts;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.crypto.PseudonymizerParts;
import nl.schakel.pseudonym.store.PeopleParts;
import nl.schakel.school.Brin;

/** The use case with its real reader, keys, stores and logs, called without a server in between. */
final class DirectIntake implements IntakeTarget {
    private final Pseudonymizer pseudonymizer = PseudonymizerParts.direct(Path.of("keys-example"));

    @Override
    public long deliver(String brin, InputStream file) throws Exception {
        Clock clock = Clock.systemUTC();
        Database database = TestPostgres.database(brin);
        AuditTrail trail = AuditParts.trail(database, clock);
        PupilDesk pupils = new PupilDesk(pseudonymizer, PeopleParts.people(database));
        IntakeDesk desk =
                new IntakeDesk(new SchoolFileReader(), DeliveryParts.content(database), pupils, new Decided());
        IntakeLog log = new IntakeLog(trail, AuditParts.processing(database, clock), clock);
        ReceiveDelivery receive = new ReceiveDelivery(DeliveryParts.deliveries(database, trail), desk, log);
        Actor actor = new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.SCHOOL), Optional.of(new Brin(brin)));
        Upload upload = new Upload(file, new IdempotencyKey(UUID.randomUUID().toString()));
        Receipt receipt = TestPostgres.inTransaction(Zone.SCHOOL, () -> receive.receive(actor, upload));
        return receipt.delivery().tally().accepted();
    }

    @Override
    public Connection superuser() throws SQLException {
        return TestPostgres.superuser();
    }

    @Override
    public void close() {}
}
