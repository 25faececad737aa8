package nl.schakel.pseudonym.crypto;

import java.util.Arrays;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.ResearchPseudonym;
import nl.schakel.pseudonym.StudyPseudonymizer;
import nl.schakel.pseudonym.StudyPseudonyms;

/** {@code K_proj} of a study from holder B's research root, and {@code RP} of each person under it. */
final class RootedStudyPseudonyms implements StudyPseudonyms {
    private static final int KEY_LENGTH = 32;
    private static final int RP_LENGTH = 16;

    private final HmacKey root;

    RootedStudyPseudonyms(HmacKey root) {
        this.root = root;
    }

    @Override
    public StudyPseudonymizer forStudy(String studyCode, int version) {
        if (studyCode.isEmpty() || version < 1) {
            throw new IllegalArgumentException("a study has a code and a version of 1 or more");
        }
        byte[] info = labelled("lvs-psn-1/kproj", studyCode, version);
        byte[] key = Hkdf.expand(root, info, KEY_LENGTH);
        try (SecretBytes secret = SecretBytes.copyOf(key)) {
            return new Keyed(HmacKey.of(secret), studyCode, version);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] labelled(String label, String studyCode, int version) {
        return Framed.of(label).text(studyCode).u32(version).toBytes();
    }

    private static final class Keyed implements StudyPseudonymizer {
        private final HmacKey key;
        private final byte[] pseudonymPrefix;
        private final byte[] orderPrefix;

        Keyed(HmacKey key, String studyCode, int version) {
            this.key = key;
            this.pseudonymPrefix = labelled("lvs-psn-1/rp", studyCode, version);
            this.orderPrefix = labelled("lvs-psn-1/order", studyCode, version);
        }

        @Override
        public ResearchPseudonym of(PersonKey person) {
            return new ResearchPseudonym(Base32.encode(tag(pseudonymPrefix, person), RP_LENGTH));
        }

        @Override
        public byte[] rowOrder(PersonKey person) {
            return Arrays.copyOf(tag(orderPrefix, person), RP_LENGTH);
        }

        private byte[] tag(byte[] prefix, PersonKey person) {
            return Framed.after(prefix).bytes(person.bytes()).tag(key);
        }
    }
}
