package nl.schakel.audit;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a use case says about itself: who did what to which object, with which result and for which purpose. Time, place,
 * trace and identifier are added where the entry is written ({@link AuditTrail}), keyed hashes take the place of people.
 *
 * <pre>{@code
 * AuditEntry.by(actor, "delivery.receive", ProcessingActivity.RECEIVE_DELIVERY)
 *         .on("delivery/" + id)
 *         .detail("rows", rows)
 * }</pre>
 *
 * <p>Immutable: every method returns a new entry. Details are not written into the log itself, only a salted commitment to
 * them, so that they can be erased later; even so they may never hold an identifier of a pupil.
 *
 * @param act the use case as a stable dotted name
 * @param staff the accountable account; empty where nobody was signed in or the service acted by itself
 * @param object the object as a path of lower-case words and parts of ASCII letters, digits and {@code . _ : -}
 * @param subject the pupil, where the entry concerns one
 * @param details erasable strings and {@code Long}s by name
 */
public record AuditEntry(
        Kind kind,
        String act,
        Optional<StaffId> staff,
        ProcessingActivity purpose,
        String object,
        Result result,
        Optional<Subject> subject,
        SortedMap<String, Object> details) {
    private static final Pattern ACT = Pattern.compile("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+");
    private static final Pattern OBJECT = Pattern.compile("[a-z]+(-[a-z]+)*(/[A-Za-z0-9._:-]+)*");
    private static final int LONGEST_OBJECT = 300;
    private static final long LARGEST_INTEGER = (1L << 53) - 1;

    /** What the entry is about, as it stands in the log. */
    public enum Kind {
        /** An act of a person or machine. */
        ACT("act"),
        /** A key was made, used for a ceremony, rotated or destroyed. */
        KEY("key"),
        /** An exit: release, download, recall. */
        RELEASE("rel"),
        /** An objection or a consent decision. */
        CONSENT("con"),
        /** The service itself: start, migration, background work. */
        SYSTEM("sys");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The three letters in the log. */
        public String code() {
            return code;
        }
    }

    /** How it ended, as it stands in the log. */
    public enum Result {
        OK("ok"),
        /** Refused, for a reason the actor can act on. */
        DENIED("denied"),
        /** Failed by a fault of the service. */
        ERROR("error");

        private final String code;

        Result(String code) {
            this.code = code;
        }

        /** The word in the log. */
        public String code() {
            return code;
        }
    }

    /** @throws IllegalArgumentException where the act or the object has another form */
    public AuditEntry {
        requireForm(ACT, act);
        requireForm(OBJECT, object);
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    private static void requireForm(Pattern form, String text) {
        if (text.length() > LONGEST_OBJECT || !form.matcher(text).matches()) {
            throw new IllegalArgumentException("not a name for the log: " + form.pattern());
        }
    }

    /** An act of this actor that succeeded, the act being a stable dotted name such as {@code delivery.receive}. */
    public static AuditEntry by(Actor actor, String act, ProcessingActivity purpose) {
        return started(Kind.ACT, act, Optional.of(actor.staff()), purpose);
    }

    /** An act of somebody of whom only the account is known, such as a person who signs in. */
    public static AuditEntry by(StaffId staff, String act, ProcessingActivity purpose) {
        return started(Kind.ACT, act, Optional.of(staff), purpose);
    }

    /** An act of nobody who is signed in. */
    public static AuditEntry byNobody(String act, ProcessingActivity purpose) {
        return started(Kind.ACT, act, Optional.empty(), purpose);
    }

    /** Something the service did by itself. */
    public static AuditEntry bySystem(String act, ProcessingActivity purpose) {
        return started(Kind.SYSTEM, act, Optional.empty(), purpose);
    }

    private static AuditEntry started(Kind kind, String act, Optional<StaffId> staff, ProcessingActivity purpose) {
        return new AuditEntry(
                kind, act, staff, purpose, "service", Result.OK, Optional.empty(), new TreeMap<String, Object>());
    }

    /** The same of another kind. */
    public AuditEntry of(Kind other) {
        return new AuditEntry(other, act, staff, purpose, object, result, subject, details);
    }

    /**
     * The same about this object, as a path: {@code delivery/<uuid>}, {@code study/NPO-2026-001/extract/3}.
     *
     * @throws IllegalArgumentException unless lower-case words, then parts of ASCII letters, digits and {@code . _ : -}
     */
    public AuditEntry on(String path) {
        return new AuditEntry(kind, act, staff, purpose, path, result, subject, details);
    }

    /** The same about this pupil, known in the log by a keyed hash only. */
    public AuditEntry about(Subject pupil) {
        return new AuditEntry(kind, act, staff, purpose, object, result, Optional.of(pupil), details);
    }

    /** The same with another result; an entry starts as {@link Result#OK}. */
    public AuditEntry ended(Result other) {
        return new AuditEntry(kind, act, staff, purpose, object, other, subject, details);
    }

    /** The same with an erasable detail: a code, a state, a BRIN, a day, an operator's reason. Never a value of a pupil. */
    public AuditEntry detail(String name, String value) {
        return withDetail(name, value);
    }

    /** The same with an erasable count. @throws IllegalArgumentException beyond 2^53 - 1 in size */
    public AuditEntry detail(String name, long value) {
        if (Math.abs(value) > LARGEST_INTEGER) {
            throw new IllegalArgumentException("too large for JSON");
        }
        return withDetail(name, value);
    }

    private AuditEntry withDetail(String name, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(details);
        more.put(name, value);
        return new AuditEntry(kind, act, staff, purpose, object, result, subject, more);
    }

    @Override
    public String toString() {
        return kind.code() + " " + act + " " + object + " " + result.code();
    }
}
