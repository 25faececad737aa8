package nl.schakel.release.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.release.NoteCheck;
import nl.schakel.release.PackageRejected;
import nl.schakel.release.Sha256;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Checks C2SP signed notes with one Ed25519 key. Source: C2SP signed-note, c2sp.org/signed-note. */
public final class Ed25519NoteCheck implements NoteCheck {
    private static final Pattern KEY = Pattern.compile("([^\\s+]{1,255})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");
    private static final byte ED25519 = 1;
    private static final int KEY_LENGTH = 32;
    private static final int ID_LENGTH = 4;
    private static final int SIGNATURE_LENGTH = 64;
    private static final String SIGNATURE_START = "\u2014 ";

    /** For the service loader. */
    public Ed25519NoteCheck() {}

    @Override
    public String requireSigned(String note, String verificationKey) {
        Verifier verifier = verifier(verificationKey.strip());
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n")) {
            throw new PackageRejected("de handtekening heeft niet de vorm van een ondertekende tekst");
        }
        String text = note.substring(0, split + 1);
        boolean signed = note.substring(split + 2)
                .lines()
                .anyMatch(line -> verifier.signed(line, text.getBytes(StandardCharsets.UTF_8)));
        if (!signed) {
            throw new PackageRejected("de handtekening klopt niet met de sleutel van de ondertekenaar");
        }
        return text;
    }

    private static Verifier verifier(String line) {
        Matcher form = KEY.matcher(line);
        if (!form.matches()) {
            throw new PackageRejected("de sleutel van de ondertekenaar heeft niet de juiste vorm");
        }
        byte[] typed = decoded(form.group(3));
        String id = keyId(form.group(1), typed);
        boolean right = typed.length == 1 + KEY_LENGTH && typed[0] == ED25519 && id.equals(form.group(2));
        if (!right) {
            throw new PackageRejected("de sleutel van de ondertekenaar heeft niet de juiste vorm");
        }
        return new Verifier(form.group(1), id, new Ed25519PublicKeyParameters(typed, 1));
    }

    private static String keyId(String name, byte[] typed) {
        byte[] start = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + typed.length);
        System.arraycopy(typed, 0, whole, start.length, typed.length);
        return Sha256.of(whole).hex().substring(0, 2 * ID_LENGTH);
    }

    private static byte[] decoded(String base64) {
        try {
            byte[] value = Base64.getDecoder().decode(base64);
            // one value, one text: unused bits are zero and padding is there
            return Base64.getEncoder().encodeToString(value).equals(base64) ? value : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private record Verifier(String name, String id, Ed25519PublicKeyParameters key) {
        boolean signed(String line, byte[] text) {
            if (!line.startsWith(SIGNATURE_START + name + " ")) {
                return false;
            }
            byte[] value = decoded(line.substring(SIGNATURE_START.length() + name.length() + 1));
            if (value.length != ID_LENGTH + SIGNATURE_LENGTH
                    || !HexFormat.of().formatHex(value, 0, ID_LENGTH).equals(id)) {
                return false;
            }
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(false, key);
            signer.update(text, 0, text.length);
            return signer.verifySignature(Arrays.copyOfRange(value, ID_LENGTH, value.length));
        }
    }
}
