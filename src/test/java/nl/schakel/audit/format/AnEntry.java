package nl.schakel.audit.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.schakel.audit.EntryWriter;
import nl.schakel.audit.LoggedEntry.PrivatePart;
import nl.schakel.audit.TreeHash;
import org.jspecify.annotations.Nullable;

/** An entry of a made-up log, with what stands beside it in a bundle. Everything in it follows from its number. */
final class AnEntry {
    static final Instant FIRST = Instant.parse("2026-11-22T09:00:00.123Z");

    private final Map<String, @Nullable Object> members = new TreeMap<>();
    private final Map<String, @Nullable Object> detail = new TreeMap<>();
    private final int number;
    private int lines;
    private boolean erased;

    private AnEntry(int number, Instant moment, String kind) {
        this.number = number;
        UUID id = new UUID(moment.toEpochMilli() << 16 | 0x7000L | number, 0x8000_0000_0000_0000L | number * 0x10001L);
        members.put("v", 1.0);
        members.put("id", id.toString());
        members.put(
                "t",
                moment.toString().length() == 24
                        ? moment.toString()
                        : moment.toString().replace("Z", ".000Z"));
        members.put("kind", kind);
        members.put("trace", "%032x".formatted(number + 1));
        members.put("span", "%016x".formatted(number + 1));
        members.put("purpose", "urn:schakel:verwerking:dienst-beheren:1");
        members.put("sub", null);
    }

    static AnEntry act(int number, String kind, String act, String object) {
        return act(number, FIRST.plusSeconds(number), kind, act, object);
    }

    static AnEntry act(int number, Instant moment, String kind, String act, String object) {
        AnEntry entry = new AnEntry(number, moment, kind);
        entry.members.put("act", act);
        entry.members.put("obj", object);
        entry.members.put("res", "ok");
        entry.members.put("org", "net/192.0.2.0");
        entry.members.put("actor", null);
        entry.members.put("priv", null);
        return entry;
    }

    static AnEntry operation(int number, int lines) {
        AnEntry entry = new AnEntry(number, FIRST.plusSeconds(number), "ldv");
        entry.lines = lines;
        entry.members.put("name", "Levering ontvangen");
        entry.members.put("status", "Ok");
        entry.members.put("start", 1795338000000.0);
        entry.members.put("end", 1795338000001.0);
        entry.members.put("parent", null);
        entry.members.put("subtype", null);
        entry.members.put("spans", "%016x".formatted(number));
        entry.members.put("lines", (double) lines);
        entry.members.put("root", HexFormat.of().formatHex(entry.tree().root()));
        return entry;
    }

    /** The account of this number did it. */
    AnEntry by(int account) {
        return with("actor", "%064x".formatted(account + 160));
    }

    AnEntry with(String member, @Nullable Object value) {
        members.put(member, value);
        return this;
    }

    AnEntry without(String member) {
        members.remove(member);
        return this;
    }

    AnEntry detail(String name, String value) {
        detail.put(name, value);
        members.put("priv", EntryWriter.commitment(new PrivatePart(salt(), CanonicalText.of(detail))));
        return this;
    }

    /** The private part is gone; the commitment stays. */
    AnEntry erased() {
        erased = true;
        return this;
    }

    String id() {
        return String.valueOf(members.get("id"));
    }

    String text() {
        return CanonicalText.of(members);
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    boolean hasDetail() {
        return !detail.isEmpty() && !erased;
    }

    String detailLine() {
        return CanonicalText.of(Map.of("detail", CanonicalText.of(detail), "id", id(), "salt", salt()));
    }

    private String salt() {
        return "%064x".formatted(number * 7919L + 1);
    }

    int lines() {
        return lines;
    }

    /** The lines of the operation from this one on, at most a block. */
    String linesFrom(int first) {
        int count = Math.min(OperationLines.BLOCK, lines - first);
        byte[] subjects = new byte[count * TreeHash.LENGTH];
        for (int i = 0; i < count; i++) {
            System.arraycopy(subject(first + i), 0, subjects, i * TreeHash.LENGTH, TreeHash.LENGTH);
        }
        String encoded = Base64.getEncoder().encodeToString(subjects);
        return CanonicalText.of(Map.of("n", (double) first, "operation", id(), "subjects", encoded));
    }

    private byte[] subject(int line) {
        byte[] subject = new byte[TreeHash.LENGTH];
        Arrays.fill(subject, (byte) number);
        subject[0] = (byte) line;
        subject[1] = (byte) (line >> 8);
        return subject;
    }

    private TreeHash tree() {
        TreeHash tree = new TreeHash();
        for (int line = 0; line < lines; line++) {
            tree.add(subject(line));
        }
        return tree;
    }
}
