package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.account.Session;
import nl.schakel.account.Sessions;
import nl.schakel.account.SignInWay;
import nl.schakel.account.TokenDigest;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Zone;

/** Sessions as rows; beginning one removes what has been dead for a day. */
@Dependent
public class PostgresSessions implements Sessions {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String FIND = "select s, a from SessionRow s, AccountRow a where a.id = s.account"
            + " and s.digest = :digest and s.endedAt is null";
    private static final String END_OTHERS = "update SessionRow s set s.endedAt = :at where s.account = :account"
            + " and s.endedAt is null and s.digest <> :kept";

    private final Rows rows;

    /** Takes the database. */
    @Inject
    public PostgresSessions(Database database) {
        this.rows = database.rows(Zone.ACCOUNT);
    }

    @Override
    public void begin(TokenDigest session, StaffId account, SignInWay way, Instant at) {
        rows.update(manager -> manager.createQuery("delete from SessionRow s where s.seenAt < :old")
                .setParameter("old", at.minus(KEPT)));
        rows.write(manager -> manager.persist(new SessionRow(session, account, way, at)));
    }

    @Override
    public Optional<Session> find(TokenDigest session) {
        return rows.read(manager -> manager.createQuery(FIND, Object[].class)
                .setParameter("digest", Digests.bytes(session))
                .getResultStream()
                .findFirst()
                .map(found -> ((SessionRow) found[0]).of(((AccountRow) found[1]).account())));
    }

    @Override
    public void touch(TokenDigest session, Instant at) {
        set("update SessionRow s set s.seenAt = :at where s.digest = :digest", session, at);
    }

    @Override
    public void end(TokenDigest session, Instant at) {
        set("update SessionRow s set s.endedAt = :at where s.digest = :digest", session, at);
    }

    private void set(String jpql, TokenDigest session, Instant at) {
        rows.update(manager ->
                manager.createQuery(jpql).setParameter("at", at).setParameter("digest", Digests.bytes(session)));
    }

    @Override
    public void endOthers(StaffId account, Optional<TokenDigest> kept, Instant at) {
        rows.update(manager -> manager.createQuery(END_OTHERS)
                .setParameter("at", at)
                .setParameter("account", account.value())
                .setParameter("kept", kept.map(Digests::bytes).orElse(new byte[0])));
    }
}
