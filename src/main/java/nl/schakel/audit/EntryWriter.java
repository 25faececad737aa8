package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.schakel.audit.LoggedEntry.PrivatePart;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a use case says into the text that enters the log: adds identifier, moment, trace and place, puts keyed hashes
 * in the place of people and a salted commitment in the place of details.
 *
 * <p>Format, version 1: members {@code act, actor, id, kind, obj, org, priv, purpose, res, span, sub, t, trace, v}, the
 * last being the integer 1, {@code actor}, {@code priv} and {@code sub} null where there is nothing, all others strings.
 * {@code priv = SHA-256(salt || canonical details)}.
 */
@Dependent
public class EntryWriter {
    /** The version of the format. */
    static final long FORMAT = 1;

    private static final int SALT_LENGTH = 32;
    private static final HexFormat HEX = HexFormat.of();

    private final LogPseudonyms pseudonyms;
    private final Stamps stamps;
    private final SecureRandom random = new SecureRandom();

    /** Works with these keys and stamps. */
    @Inject
    public EntryWriter(LogPseudonyms pseudonyms, Stamps stamps) {
        this.pseudonyms = pseudonyms;
        this.stamps = stamps;
    }

    /** The entry as of now. */
    public LoggedEntry write(AuditEntry entry) {
        Stamp stamp = stamps.now(entry.purpose());
        Instant now = stamp.moment();
        EntryId id = EntryId.at(now, random);
        Optional<PrivatePart> priv = privatePart(entry.details());
        SortedMap<String, @Nullable Object> members = described(entry, stamp);
        members.put("v", FORMAT);
        members.put("id", id.value().toString());
        members.put("t", MomentText.of(now));
        members.put("priv", priv.map(EntryWriter::commitment).orElse(null));
        return new LoggedEntry(id, now, entry.kind().code(), CanonicalJson.of(members), priv);
    }

    private SortedMap<String, @Nullable Object> described(AuditEntry entry, Stamp stamp) {
        SchoolYear epoch = SchoolYear.of(stamp.moment());
        Origin origin = stamp.origin();
        SortedMap<String, @Nullable Object> members = new TreeMap<>();
        members.put("kind", entry.kind().code());
        members.put("trace", origin.trace().traceId());
        members.put("span", origin.trace().spanId());
        members.put("org", origin.place());
        members.put("act", entry.act());
        members.put("obj", entry.object());
        members.put("res", entry.result().code());
        members.put("purpose", stamp.activity());
        members.put("actor", entry.staff().map(s -> pseudonyms.staff(s, epoch)).orElse(null));
        members.put("sub", entry.subject().map(s -> subject(s, epoch)).orElse(null));
        return members;
    }

    private String subject(Subject pupil, SchoolYear epoch) {
        return HEX.formatHex(pseudonyms.subjects(epoch).of(pupil));
    }

    private Optional<PrivatePart> privatePart(SortedMap<String, Object> details) {
        if (details.isEmpty()) {
            return Optional.empty();
        }
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return Optional.of(new PrivatePart(HEX.formatHex(salt), CanonicalJson.of(details)));
    }

    /** {@code SHA-256(salt || text)} as 64 lower-case hexadecimal digits: what the entry's {@code priv} must be. */
    public static String commitment(PrivatePart priv) {
        MessageDigest digest = TreeHash.sha256();
        digest.update(HEX.parseHex(priv.salt()));
        return HEX.formatHex(digest.digest(priv.text().getBytes(StandardCharsets.UTF_8)));
    }
}
