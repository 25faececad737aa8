package nl.schakel.audit.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.audit.EvidenceRejected;
import nl.schakel.audit.LogFault.Place;
import nl.schakel.audit.LogFaultCode;
import nl.schakel.audit.Note;
import nl.schakel.audit.Signatures;
import nl.schakel.audit.VerificationKey;
import org.jspecify.annotations.Nullable;

/**
 * The signed list of variables of each release: one for each entry that tells of a release, in the same order. A
 * social-emotional variable stands in it with consent as its basis.
 */
final class Manifests implements Closeable {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern RELEASE = Pattern.compile("study/[^/]+/release/(" + UUID + ")");
    private static final Pattern VARIABLE =
            Pattern.compile("kenmerk [a-z0-9_]{1,60} ([a-z]{1,40}) (bezwaar|toestemming)");
    private static final String TITLE = "schakel/vrijgave/kenmerken/v1";
    private static final int HEAD = 3;
    private static final Map<String, Predicate<@Nullable Object>> FORMS = Map.of(
            "manifest", value -> value instanceof String,
            "release", value -> value instanceof String text && text.matches(UUID));

    private final Attachments attachments;
    private final Faults faults;
    private final Optional<VerificationKey> signer;
    private final Signatures signatures;
    private long right;

    Manifests(Path file, BundleMap bundle, Trust trust, Faults faults) throws IOException {
        this.attachments = new Attachments(file, bundle.manifests(), FORMS, faults);
        this.signer = trust.signer();
        this.signatures = trust.signatures();
        this.faults = faults;
    }

    /**
     * Judges the manifest of an entry that tells of a release.
     *
     * @param detail the entry's private part, or nothing
     */
    void check(CheckedEntry entry, Map<String, @Nullable Object> detail) throws IOException, Unreadable {
        Matcher release = RELEASE.matcher(entry.text("obj"));
        Optional<Attachments.Attachment> manifest =
                release.matches() ? attachments.of("release", release.group(1)) : Optional.empty();
        if (manifest.isEmpty()) {
            faults.add(LogFaultCode.MANIFEST_MISSING, entry.place().member("obj"));
            return;
        }
        attachments.take();
        Place place = new Place(
                manifest.get().line(), entry.place().seq(), entry.place().id(), "");
        Optional<LogFaultCode> fault = signer.isEmpty()
                ? Optional.of(LogFaultCode.NO_MANIFEST_KEY)
                : judged(manifest.get(), signer.get(), detail);
        fault.ifPresentOrElse(code -> faults.add(code, place), () -> right++);
    }

    private Optional<LogFaultCode> judged(
            Attachments.Attachment manifest, VerificationKey key, Map<String, @Nullable Object> detail) {
        Optional<String> signed = signed(manifest.text("manifest"), key);
        if (signed.isEmpty()) {
            return Optional.of(LogFaultCode.MANIFEST_SIGNATURE);
        }
        List<String> lines = signed.get().lines().toList();
        if (!isList(lines)) {
            return Optional.of(LogFaultCode.ATTACHMENT);
        }
        boolean same = lines.get(1).equals(manifest.text("release"))
                && (!detail.containsKey("sha256") || lines.get(2).equals("sha256 " + detail.get("sha256")));
        if (!same) {
            return Optional.of(LogFaultCode.MANIFEST_PACKAGE);
        }
        return lines.stream().anyMatch(Manifests::lacksConsent)
                ? Optional.of(LogFaultCode.NO_CONSENT)
                : Optional.empty();
    }

    private static boolean isList(List<String> lines) {
        return lines.size() > HEAD
                && lines.get(0).equals(TITLE)
                && lines.get(1).matches(UUID)
                && lines.get(2).matches("sha256 [0-9a-f]{64}")
                && lines.stream().skip(HEAD).allMatch(line -> VARIABLE.matcher(line)
                        .matches());
    }

    private static boolean lacksConsent(String line) {
        Matcher variable = VARIABLE.matcher(line);
        return variable.matches()
                && variable.group(1).equals("sociaal")
                && !variable.group(2).equals("toestemming");
    }

    private Optional<String> signed(String value, VerificationKey key) {
        try {
            Note note = Note.read(value);
            boolean right = note.signatures().size() == 1 && note.signedBy(key, signatures);
            return right ? Optional.of(note.text()) : Optional.empty();
        } catch (EvidenceRejected e) {
            return Optional.empty();
        }
    }

    void requireNoneLeft() throws IOException, Unreadable {
        attachments.requireNoneLeft();
    }

    long right() {
        return right;
    }

    @Override
    public void close() throws IOException {
        attachments.close();
    }
}
