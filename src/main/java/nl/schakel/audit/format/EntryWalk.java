package nl.schakel.audit.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.LogFault;
import nl.schakel.audit.LogFault.Place;
import nl.schakel.audit.LogFaultCode;
import nl.schakel.audit.TreeHash;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the entries of a bundle once: puts each into the tree, judges it by itself, against its attachments and
 * against the acts before it. For one use.
 */
final class EntryWalk {
    private static final int LONGEST = 1 << 16;

    private final BundleMap bundle;
    private final Optional<VerifiedState> state;
    private final Faults faults;
    private final TreeHash tree;
    private PairedActs acts;
    private boolean acting;

    EntryWalk(BundleMap bundle, Optional<VerifiedState> state, Faults faults) {
        this.bundle = bundle;
        this.state = state;
        this.faults = faults;
        this.tree = TreeHash.resume(bundle.from(), bundle.frontier());
        this.acts = new PairedActs(Map.of(), faults);
        this.acting = bundle.from() == 0;
    }

    /** What judges the attachments of entries. */
    record Beside(Details details, OperationLines lines, Manifests manifests) {}

    /** Goes through all entries. */
    void walk(Path file, Beside beside, SeenIds ids) throws IOException, Unreadable {
        try (LineReader lines = bundle.entries().open(file)) {
            meet();
            for (long i = 0; i < bundle.entries().count(); i++) {
                if (!lines.next()) {
                    throw new Unreadable(LogFaultCode.CUT, lines.number() + 1);
                }
                tree.add(lines.bytes());
                Optional<CheckedEntry> entry = checked(lines);
                if (entry.isPresent()) {
                    judge(entry.get(), beside, ids);
                }
                meet();
            }
        }
        for (Place place : ids.repeated()) {
            faults.add(LogFaultCode.REPEATED, place);
        }
    }

    /** Compares with what was verified before, at the size at which it was; entries after that are judged from there on. */
    private void meet() {
        if (state.isEmpty() || state.get().checkpoint().size() != tree.size()) {
            return;
        }
        Checkpoint known = state.get().checkpoint();
        if (!known.root().equals(root())) {
            long line = bundle.entries().line() - 1 + tree.size() - bundle.from();
            faults.add(LogFaultCode.FORK, new Place(line, tree.size() - 1, "", ""));
        }
        if (!acting) {
            acts = new PairedActs(state.get().open(), faults);
            acting = true;
        }
    }

    private Optional<CheckedEntry> checked(LineReader line) {
        Place place = new Place(line.number(), tree.size() - 1, "", "");
        if (line.length() > LONGEST) {
            faults.add(LogFaultCode.TOO_LONG, place);
        }
        Optional<Map<String, @Nullable Object>> parsed = StrictJson.canonicalObject(line);
        if (parsed.isEmpty()) {
            faults.add(LogFaultCode.NOT_CANONICAL, place);
            return Optional.empty();
        }
        return checked(place, parsed.get());
    }

    private Optional<CheckedEntry> checked(Place line, Map<String, @Nullable Object> members) {
        Place place = members.get("id") instanceof String id
                        && EntryForm.ID.matcher(id).matches()
                ? new Place(line.line(), line.seq(), id, "")
                : line;
        if (!EntryForm.hasKind(members)) {
            faults.add(LogFaultCode.MEMBER, place.member("kind"));
            return Optional.empty();
        }
        List<String> strange = EntryForm.strange(members);
        strange.forEach(member -> faults.add(LogFaultCode.MEMBERS, place.member(member)));
        if (!strange.isEmpty()) {
            return Optional.empty();
        }
        List<String> wrong = EntryForm.wrong(members);
        wrong.forEach(member -> faults.add(LogFaultCode.MEMBER, place.member(member)));
        return wrong.isEmpty() ? Optional.of(new CheckedEntry(place, members)) : Optional.empty();
    }

    private void judge(CheckedEntry entry, Beside beside, SeenIds ids) throws IOException, Unreadable {
        if (!entry.isOfMoment()) {
            faults.add(LogFaultCode.MOMENT, entry.place().member("t"));
        }
        UUID id = entry.id();
        if (ids.repeats(id, entry.place())) {
            faults.add(LogFaultCode.REPEATED, entry.place().member("id"));
        }
        if (entry.isOperation()) {
            beside.lines().check(entry);
            return;
        }
        Map<String, @Nullable Object> detail = beside.details().of(entry);
        if (!PairedActs.concern(entry)) {
            return;
        }
        if (acting) {
            acts.follow(entry);
        }
        if (entry.text("act").equals("release.release")) {
            beside.manifests().check(entry, detail);
        }
    }

    /** The root of the entries so far, as base64. */
    String root() {
        return Base64.getEncoder().encodeToString(tree.root());
    }

    /** What the acts owed one another. */
    PairedActs acts() {
        return acts;
    }

    /** The size that was verified before, where there was one. */
    long verifiedBefore() {
        return state.map(known -> known.checkpoint().size()).orElse(LogFault.NONE);
    }
}
