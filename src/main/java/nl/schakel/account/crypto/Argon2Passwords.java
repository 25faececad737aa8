package nl.schakel.account.crypto;

import jakarta.enterprise.context.Dependent;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.account.Passwords;
import nl.schakel.platform.secret.SecretBytes;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) with 19 MiB, two passes, one lane: the smallest setting that OWASP names. */
@Dependent
public class Argon2Passwords implements Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DECOY = phc(random(SALT), random(LENGTH));

    @Override
    public String hash(SecretBytes password) {
        byte[] salt = random(SALT);
        return phc(salt, derive(password, salt, new int[] {MEMORY_KIB, PASSES, LANES}));
    }

    @Override
    public boolean matches(SecretBytes password, String hash) {
        Matcher parts = PHC.matcher(hash);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        int[] cost = {
            Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))
        };
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        return MessageDigest.isEqual(Base64.getDecoder().decode(parts.group(5)), derive(password, salt, cost));
    }

    @Override
    public String decoy() {
        return DECOY;
    }

    private static byte[] derive(SecretBytes password, byte[] salt, int[] cost) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost[0])
                .withIterations(cost[1])
                .withParallelism(cost[2])
                .withSalt(salt)
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] derived = new byte[LENGTH];
        byte[] clear = password.copy();
        try {
            generator.generateBytes(clear, derived);
        } finally {
            java.util.Arrays.fill(clear, (byte) 0);
        }
        return derived;
    }

    private static String phc(byte[] salt, byte[] derived) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(derived);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
