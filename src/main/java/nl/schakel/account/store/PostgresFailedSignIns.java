package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import nl.schakel.account.FailedSignIns;
import nl.schakel.account.TokenDigest;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Zone;

/** Failed tries as rows, by digest, so that the table holds neither usernames nor addresses in clear. */
@Dependent
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class PostgresFailedSignIns implements FailedSignIns {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String COUNT =
            "select count(f) from FailedSignInRow f where f.target = :target and f.triedAt > :since";
    private static final String FORGET = "delete from FailedSignInRow f where f.target = :account"
            + " or (f.target = :origin and f.triedAt = :at) or f.triedAt < :old";

    private final Rows rows;

    /** Takes the database. */
    @Inject
    public PostgresFailedSignIns(Database database) {
        this.rows = database.rows(Zone.ACCOUNT);
    }

    @Override
    public int begin(TokenDigest target, Instant at, Instant since) {
        rows.write(manager -> manager.persist(new FailedSignInRow(target, at)));
        return rows.read(manager -> manager.createQuery(COUNT, Long.class)
                        .setParameter("target", Digests.bytes(target))
                        .setParameter("since", since)
                        .getSingleResult())
                .intValue();
    }

    @Override
    public void succeeded(TokenDigest account, TokenDigest origin, Instant at) {
        rows.update(manager -> manager.createQuery(FORGET)
                .setParameter("account", Digests.bytes(account))
                .setParameter("origin", Digests.bytes(origin))
                .setParameter("at", at)
                .setParameter("old", at.minus(KEPT)));
    }
}
