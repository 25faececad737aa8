package nl.schakel.audit.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.schakel.audit.LogPseudonyms;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.school.SchoolYear;

/**
 * Keyed hashes of the log: HMAC-SHA-256 under {@code staff/<year>} and {@code subject/<year>} of the log holder's store,
 * the year being that in which the school year starts. In a year without a key of its own the newest older key is used:
 * a forgotten ceremony must not stop the service, and is seen in the check values. Thread-safe.
 */
@ApplicationScoped
public class KeyedLogPseudonyms implements LogPseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String STAFF = "staff";
    private static final String SUBJECT = "subject";

    private final LogHolder holder;
    private final Map<String, Mac> keyed = new ConcurrentHashMap<>();

    /** For the container's proxy. */
    protected KeyedLogPseudonyms() {
        this(new LogHolder());
    }

    /** Uses the keys of this holder. */
    @Inject
    public KeyedLogPseudonyms(LogHolder holder) {
        this.holder = holder;
    }

    @Override
    public String staff(StaffId staff, SchoolYear epoch) {
        byte[] account = staff.value().toString().getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(mac(STAFF, epoch).doFinal(account));
    }

    @Override
    public Subjects subjects(SchoolYear epoch) {
        Mac mac = mac(SUBJECT, epoch);
        return pupil -> mac.doFinal(pupil.bytes());
    }

    /** A state of its own: a {@code Mac} belongs to one thread. */
    private Mac mac(String family, SchoolYear epoch) {
        Mac prepared = keyed.computeIfAbsent(family + "/" + epoch.start(), wanted -> keyed(family, epoch.start()));
        try {
            synchronized (prepared) {
                return (Mac) prepared.clone();
            }
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Mac keyed(String family, int epoch) {
        HolderStore store = holder.store();
        Integer newest = store.versions(family).floor(epoch);
        try (SecretBytes key = store.secret(family + "/" + (newest == null ? epoch : newest))) {
            byte[] bytes = key.copy();
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            Arrays.fill(bytes, (byte) 0);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
