package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.account.ProvedIdentity;
import nl.schakel.account.ProviderAnswers;
import nl.schakel.account.TokenDigest;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.Brin;

/** Answers of providers by digest, forgotten after a day: a provider's code and its token end within minutes. */
@Dependent
public class PostgresProviderAnswers implements ProviderAnswers {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String FORGET = "delete from account.provider_answer where used_at < ?";
    private static final String USE =
            "insert into account.provider_answer (digest, used_at) values (?, ?) on conflict do nothing";
    private static final String KEEP = "update account.provider_answer set issuer = ?, subject = ?, strong = ?,"
            + " school_asked = ?, school = ? where digest = ?";
    private static final String FIND = "select issuer, subject, strong, school_asked, school"
            + " from account.provider_answer where digest = ? and used_at > ? and subject is not null for update";
    private static final String CLEAR = "update account.provider_answer set issuer = null, subject = null,"
            + " strong = null, school_asked = null, school = null where digest = ?";

    private final Statements statements;

    /** Takes the database. */
    @Inject
    public PostgresProviderAnswers(Database database) {
        this.statements = database.statements(Zone.ACCOUNT);
    }

    /** One statement, so that of two who try at once one finds the answer unused. */
    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean use(TokenDigest answered, Instant at) {
        statements.update(FORGET, at.minus(KEPT));
        return statements.update(USE, Digests.bytes(answered), at) == 1;
    }

    @Override
    public void keep(TokenDigest answered, ProvedIdentity identity) {
        statements.update(
                KEEP,
                identity.issuer(),
                identity.subject(),
                identity.strong(),
                identity.schoolAsked(),
                identity.school().map(Brin::value).orElse(null),
                Digests.bytes(answered));
    }

    @Override
    public Optional<ProvedIdentity> take(TokenDigest answered, Instant since) {
        byte[] digest = Digests.bytes(answered);
        Optional<ProvedIdentity> waiting =
                statements.list(FIND, PostgresProviderAnswers::identity, digest, since).stream()
                        .findFirst();
        statements.update(CLEAR, digest);
        return waiting;
    }

    private static ProvedIdentity identity(ResultSet row) throws SQLException {
        return new ProvedIdentity(
                row.getString("issuer"),
                row.getString("subject"),
                row.getBoolean("strong"),
                row.getBoolean("school_asked"),
                Optional.ofNullable(row.getString("school")).map(Brin::new));
    }
}
