package nl.schakel.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A share as text for paper: numbered lines, each with a check of its own, and a check over the whole.
 *
 * <pre>{@code
 *  1  schakel sleuteldeel 1            dgp7q4i
 *  2  houder b                         …
 *  3  reservekopie 3f2a91c07d5e88aa    …
 *  4  deel 1 van 3, 2 nodig            …
 *  5  sleutel link/1 00b1653960203965  …
 *  6  abcd efgh ijkl mnop              …
 * 10  geheel 5d41402abc4b2a76…         …
 * }</pre>
 *
 * <p>The last column is the CRC-32 of number and content, so that every wrong character of a line is found with certainty
 * and the line is named; the last line is the SHA-256 of all contents. Capitals, spaces and empty lines do not matter;
 * lines that begin with {@code #} are for people.
 */
public final class KeyShareText {
    private static final String FIRST = "schakel sleuteldeel 1";
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern LINE = Pattern.compile("([0-9]{1,3}) (.+) ([a-z2-7]{7})");
    private static final Pattern PART = Pattern.compile("deel ([1-9]) van ([1-9]), ([1-9]) nodig");
    private static final Pattern KEY = Pattern.compile("sleutel ([a-z]+(?:/[0-9]+)?) ([0-9a-f]{16,66})");
    private static final Pattern GROUPS = Pattern.compile("[a-z2-7]{4}(?: [a-z2-7]{4}){0,3}");
    private static final int GROUP = 4;
    private static final int GROUPS_ON_LINE = 4;
    private static final int CHECK_LENGTH = 7;

    private KeyShareText() {}

    /** The share as text. */
    public static String print(KeyShare share) {
        KeyShare.Label label = share.label();
        List<String> contents = new ArrayList<>();
        contents.add(FIRST);
        contents.add("houder " + label.holder().code());
        contents.add("reservekopie " + label.set());
        contents.add("deel " + label.number() + " van " + label.shares() + ", " + label.needed() + " nodig");
        label.checkValues().forEach((id, checkValue) -> contents.add("sleutel " + id + " " + checkValue));
        contents.addAll(grouped(encode(share.bytes())));
        contents.add("geheel " + digest(contents));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < contents.size(); i++) {
            int number = i + 1;
            text.append(String.format(
                    Locale.ROOT, "%2d  %-80s %s%n", number, contents.get(i), check(number, contents.get(i))));
        }
        return text.toString();
    }

    /**
     * The share in a text.
     *
     * @param name what to call it in a message: its file
     * @throws CeremonyFailed where anything is damaged, with name and line
     */
    public static KeyShare parse(String name, String text) {
        List<String> contents = contents(name, text);
        int end = contents.size() - 1;
        if (end < 0 || !contents.get(0).equals(FIRST)) {
            throw wrong(name, 1, "hier begint geen sleuteldeel");
        }
        if (!contents.get(end).startsWith("geheel ")) {
            throw wrong(name, contents.size() + 1, "het einde ontbreekt");
        }
        if (!contents.get(end).equals("geheel " + digest(contents.subList(0, end)))) {
            throw wrong(
                    name,
                    end + 1,
                    "het controlegetal over het geheel klopt niet: er ontbreken regels of er staan er te veel");
        }
        return new Reading(name, contents.subList(0, end)).share();
    }

    /** The contents by line, each held to its number and check. */
    private static List<String> contents(String name, String text) {
        List<String> contents = new ArrayList<>();
        for (String raw : text.split("\\R", -1)) {
            String line = raw.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int number = contents.size() + 1;
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || !parts.group(1).equals(String.valueOf(number))) {
                throw wrong(name, number, "de regel ontbreekt of heeft een andere vorm");
            }
            if (!parts.group(3).equals(check(number, parts.group(2)))) {
                throw wrong(name, number, "het controlegetal klopt niet: vergelijk deze regel met het papier");
            }
            contents.add(parts.group(2));
        }
        return contents;
    }

    static CeremonyFailed wrong(String name, int line, String what) {
        return new CeremonyFailed("deel " + name + ", regel " + line + ": " + what);
    }

    private static String check(int number, String content) {
        CRC32 crc = new CRC32();
        crc.update((number + " " + content).getBytes(StandardCharsets.UTF_8));
        StringBuilder check = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECK_LENGTH; i++) {
            check.append(ALPHABET.charAt((int) (rest & 31)));
            rest >>>= 5;
        }
        return check.toString();
    }

    private static String digest(List<String> contents) {
        try {
            byte[] text = String.join("\n", contents).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static List<String> grouped(String encoded) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < encoded.length(); i += GROUP) {
            line.append(line.isEmpty() ? "" : " ").append(encoded, i, i + GROUP);
            if (line.length() >= (GROUP + 1) * GROUPS_ON_LINE - 1 || i + GROUP >= encoded.length()) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        return lines;
    }

    /** Base32 of 32 bytes: 52 characters, the last of which carries one bit. */
    private static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : bytes) {
            buffer = (buffer << 8) | (one & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((buffer >>> bits) & 31));
            }
        }
        return text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31)).toString();
    }

    private static byte[] decode(String text) {
        byte[] bytes = new byte[KeyShare.LENGTH];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            buffer = (buffer << 5) | ALPHABET.indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8 && next < bytes.length) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >>> bits);
            }
        }
        return bytes;
    }

    /** Reads contents whose checks are right; what is wrong then was written so. */
    private record Reading(String name, List<String> contents) {
        private static final int PART_LINE = 4;
        private static final int SHARE_TEXT = 52;

        KeyShare share() {
            if (contents.size() <= PART_LINE) {
                throw wrong(name, contents.size() + 1, "er ontbreken regels");
            }
            Holder holder = after(2, "houder ", text -> Holder.parse(text).orElse(null));
            String set = after(3, "reservekopie ", text -> text.matches("[0-9a-f]{16}") ? text : null);
            Matcher part = PART.matcher(contents.get(PART_LINE - 1));
            if (!part.matches()) {
                throw wrong(name, PART_LINE, "de regel ontbreekt of heeft een andere vorm");
            }
            SortedMap<KeyId, String> checkValues = new TreeMap<>();
            StringBuilder groups = new StringBuilder();
            for (int line = PART_LINE; line < contents.size(); line++) {
                read(line, checkValues, groups);
            }
            if (groups.length() != SHARE_TEXT) {
                throw wrong(name, contents.size(), "het deel is te kort of te lang");
            }
            int number = Integer.parseInt(part.group(1));
            KeyShare.Label label = new KeyShare.Label(
                    holder, set, number, Integer.parseInt(part.group(2)), Integer.parseInt(part.group(3)), checkValues);
            return new KeyShare(label, decode(groups.toString()));
        }

        private void read(int line, SortedMap<KeyId, String> checkValues, StringBuilder groups) {
            String content = contents.get(line);
            Matcher key = KEY.matcher(content);
            if (key.matches() && KeyId.parse(key.group(1)).isPresent() && groups.isEmpty()) {
                checkValues.put(new KeyId(key.group(1)), key.group(2));
            } else if (GROUPS.matcher(content).matches()) {
                groups.append(content.replace(" ", ""));
            } else {
                throw wrong(name, line + 1, "de regel ontbreekt of heeft een andere vorm");
            }
        }

        private <T> T after(int line, String prefix, Function<String, @Nullable T> reading) {
            String content = contents.get(line - 1);
            T value = content.startsWith(prefix) ? reading.apply(content.substring(prefix.length())) : null;
            if (value == null) {
                throw wrong(name, line, "de regel ontbreekt of heeft een andere vorm");
            }
            return value;
        }
    }
}
