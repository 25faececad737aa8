package journey;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for planted values in any bytes: as they are (UTF-8), in UTF-16 of both orders, as hexadecimal of both cases, and
 * as Base64 at each of its three alignments. A value of digits only counts where it does not stand inside a longer number
 * or a longer hexadecimal word, such as an identifier or a keyed hash: of millions of random digits some are a canary.
 * Planted byte strings are looked for as they are, in the same spellings and as a decimal number.
 */
final class CanaryScanner {
    private static final int SHORTEST = 6;
    private static final int SHORTEST_KEY = 8;
    private static final int PREFIX = 4;
    private static final int HEX_BESIDE = 7;
    private static final int BLOCK = 1 << 20;

    private static final class Pattern {
        private final byte[] bytes;
        private final String found;
        private final boolean wholeNumber;

        Pattern(byte[] bytes, String found, boolean wholeNumber) {
            this.bytes = bytes;
            this.found = found;
            this.wholeNumber = wholeNumber;
        }
    }

    private final Map<Integer, List<Pattern>> byPrefix = new HashMap<>();
    private final boolean[] firstTwo = new boolean[1 << 16];
    private int longest;

    /** @param canaries the values; those shorter than six characters are refused: they occur by chance */
    CanaryScanner(Iterable<String> canaries) {
        for (String canary : canaries) {
            if (canary.length() < SHORTEST) {
                throw new IllegalArgumentException("too short to be a canary");
            }
            boolean digits = canary.chars().allMatch(c -> c >= '0' && c <= '9');
            add(canary, StandardCharsets.UTF_8, "UTF-8", digits);
            add(canary, StandardCharsets.UTF_16LE, "UTF-16LE", false);
            add(canary, StandardCharsets.UTF_16BE, "UTF-16BE", false);
            addSpellings(canary.getBytes(StandardCharsets.UTF_8));
        }
    }

    private CanaryScanner() {}

    /** Looks for byte strings, such as keys. @throws IllegalArgumentException for one shorter than eight bytes */
    static CanaryScanner forBytes(Iterable<byte[]> canaries) {
        CanaryScanner scanner = new CanaryScanner();
        for (byte[] canary : canaries) {
            if (canary.length < SHORTEST_KEY) {
                throw new IllegalArgumentException("too short to be a canary");
            }
            scanner.add(canary.clone(), "bytes", false);
            scanner.add(new BigInteger(1, canary).toString(), StandardCharsets.US_ASCII, "decimal", true);
            scanner.add(HexFormat.of().formatHex(canary), StandardCharsets.UTF_16LE, "hex in UTF-16LE", false);
            scanner.addSpellings(canary);
        }
        return scanner;
    }

    private void addSpellings(byte[] plain) {
        String hex = HexFormat.of().formatHex(plain);
        add(hex, StandardCharsets.US_ASCII, "hex", false);
        add(hex.toUpperCase(Locale.ROOT), StandardCharsets.US_ASCII, "HEX", false);
        addBase64(plain, Base64.getEncoder());
        addBase64(plain, Base64.getUrlEncoder());
    }

    private void addBase64(byte[] plain, Base64.Encoder alphabet) {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + plain.length];
            System.arraycopy(plain, 0, shifted, before, plain.length);
            String text = alphabet.withoutPadding().encodeToString(shifted);
            int from = before == 0 ? 0 : before + 1;
            int to = shifted.length % 3 == 0 ? text.length() : text.length() - 1;
            if (to - from >= 8) {
                add(text.substring(from, to), StandardCharsets.US_ASCII, "Base64", false);
            }
        }
    }

    private void add(String text, Charset charset, String encoding, boolean wholeNumber) {
        add(text.getBytes(charset), encoding, wholeNumber);
    }

    private void add(byte[] bytes, String encoding, boolean wholeNumber) {
        byPrefix.computeIfAbsent(prefix(bytes, 0), key -> new ArrayList<>())
                .add(new Pattern(bytes, encoding, wholeNumber));
        firstTwo[two(bytes, 0)] = true;
        longest = Math.max(longest, bytes.length);
    }

    /** The encodings in which canaries occur in the stream; empty where none does. Never the values themselves. */
    Set<String> scan(InputStream stream) throws IOException {
        Set<String> found = new TreeSet<>();
        byte[] buffer = new byte[BLOCK + 2 * longest];
        int kept = 0;
        int read;
        while ((read = stream.readNBytes(buffer, kept, buffer.length - kept)) > 0) {
            int end = kept + read;
            scan(buffer, end, found);
            kept = Math.min(end, longest + 1);
            System.arraycopy(buffer, end - kept, buffer, 0, kept);
        }
        return found;
    }

    /** As {@link #scan(InputStream)}, for bytes in memory. */
    Set<String> scan(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        scan(bytes, bytes.length, found);
        return found;
    }

    private void scan(byte[] bytes, int end, Set<String> found) {
        for (int i = 0; i + PREFIX <= end; i++) {
            if (firstTwo[two(bytes, i)]) {
                for (Pattern pattern : byPrefix.getOrDefault(prefix(bytes, i), List.of())) {
                    if (matches(pattern, bytes, i, end)) {
                        found.add(pattern.found);
                    }
                }
            }
        }
    }

    private static boolean matches(Pattern pattern, byte[] bytes, int at, int end) {
        int length = pattern.bytes.length;
        if (at + length > end) {
            return false;
        }
        for (int i = PREFIX; i < length; i++) {
            if (bytes[at + i] != pattern.bytes[i]) {
                return false;
            }
        }
        return !pattern.wholeNumber || standsAlone(bytes, at, at + length, end);
    }

    private static boolean standsAlone(byte[] bytes, int from, int to, int end) {
        boolean before = from > 0 && digit(bytes[from - 1]);
        boolean after = to < end && digit(bytes[to]);
        int first = from;
        while (first > 0 && from - first < HEX_BESIDE && hexadecimal(bytes[first - 1])) {
            first--;
        }
        int last = to;
        while (last < end && last - to < HEX_BESIDE && hexadecimal(bytes[last])) {
            last++;
        }
        return !before && !after && from - first + last - to < HEX_BESIDE;
    }

    private static boolean hexadecimal(byte b) {
        return digit(b) || (b >= 'a' && b <= 'f');
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static int prefix(byte[] bytes, int at) {
        return (two(bytes, at) << 16) | two(bytes, at + 2);
    }

    private static int two(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
