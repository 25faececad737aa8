package nl.schakel.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.schakel.school.SchoolYear;

/** Keyed hashes of the log under keys that everybody knows. */
public final class TestKeys implements LogPseudonyms {
    @Override
    public String staff(StaffId staff, SchoolYear epoch) {
        return HexFormat.of()
                .formatHex(mac("staff" + epoch).doFinal(staff.value().toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Subjects subjects(SchoolYear epoch) {
        Mac mac = mac("sub" + epoch);
        return pupil -> mac.doFinal(pupil.bytes());
    }

    private static Mac mac(String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
