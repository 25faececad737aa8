package nl.schakel.audit.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.schakel.audit.ASigner;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.Note;
import nl.schakel.audit.TreeHash;

/** A made-up log as a bundle, signed by real keys: that of the log, of two witnesses and of manifests. */
final class ABundle {
    static final String ORIGIN = "logboek.schakel.example/1";
    static final ASigner LOG = ASigner.log(ORIGIN, 1);
    static final ASigner FIRST_WITNESS = ASigner.witness("getuige.example/fg", 2);
    static final ASigner SECOND_WITNESS = ASigner.witness("getuige.example/school", 3);
    static final ASigner SIGNER = ASigner.log("schakel/manifest", 4);
    static final ASigner STRANGER = ASigner.log(ORIGIN, 5);
    static final String RELEASE = "11111111-2222-4333-8444-555555555555";
    static final String RELEASED = "study/NPO-1/release/" + RELEASE;
    static final String PACKAGE = "ab".repeat(32);
    static final String VARIABLES = "kenmerk lezen resultaten bezwaar\nkenmerk welbevinden sociaal toestemming\n";
    static final long TIME = 1_795_338_100;

    private final List<AnEntry> entries = new ArrayList<>();
    private final List<String> manifests = new ArrayList<>();
    private int from;
    private List<ASigner> signers = List.of(LOG, FIRST_WITNESS, SECOND_WITNESS);

    /** A log of a day, with something of every kind in it. */
    static ABundle ofADay() {
        ABundle bundle = new ABundle();
        bundle.add(AnEntry.act(0, "sys", "account.prepare-operator", "service"));
        bundle.add(AnEntry.act(1, "act", "account.sign-in", "account/1")
                .by(1)
                .detail("round", "é\"\\\n\u20ac\ud83d\ude00"));
        bundle.add(AnEntry.operation(2, 3));
        bundle.add(AnEntry.act(3, "con", "objection.record", "objection")
                .by(2)
                .with("sub", "5".repeat(64))
                .detail("asked", "1"));
        bundle.add(step(4, "release.pack", 3));
        bundle.add(AnEntry.act(5, "act", "delivery.receive", "service").with("res", "denied"));
        bundle.add(step(6, "release.approve", 4));
        bundle.add(step(7, "release.release", 5));
        bundle.add(AnEntry.act(8, "key", "key.propose", "key-step/1").by(6).detail("step", "roteren"));
        bundle.add(step(9, "release.download", 3).erased());
        bundle.add(AnEntry.act(10, "key", "key.rotate-proposed", "key/link/2").by(6));
        bundle.add(AnEntry.act(11, "key", "key.rotate", "key/link/2").by(7));
        bundle.add(AnEntry.act(12, "key", "key.confirm", "key-step/1").by(7).detail("step", "roteren"));
        bundle.add(AnEntry.operation(13, 0).with("parent", "%016x".formatted(7)).with("t", "2026-11-22T09:10:00.000Z"));
        bundle.add(AnEntry.act(14, "key", "key.propose", "key-step/2").by(7));
        return bundle.manifest(RELEASE, PACKAGE, VARIABLES);
    }

    static AnEntry step(int number, String act, int account) {
        return AnEntry.act(number, "rel", act, RELEASED).by(account).detail("sha256", PACKAGE);
    }

    static String policy() {
        return "log " + LOG.key().line() + "\nwitness fg " + FIRST_WITNESS.key().line() + "\nwitness school "
                + SECOND_WITNESS.key().line() + "\ngroup beide all fg school\nquorum beide\n";
    }

    static String policyWithoutWitnesses() {
        return "log " + LOG.key().line() + "\nquorum none\n";
    }

    ABundle add(AnEntry entry) {
        entries.add(entry);
        return this;
    }

    ABundle insert(int at, AnEntry entry) {
        entries.add(at, entry);
        return this;
    }

    AnEntry entry(int seq) {
        return entries.get(seq);
    }

    ABundle drop(int seq) {
        entries.remove(seq);
        return this;
    }

    ABundle replace(int seq, AnEntry entry) {
        entries.set(seq, entry);
        return this;
    }

    /** Only the first entries. */
    ABundle cut(int size) {
        entries.subList(size, entries.size()).clear();
        return this;
    }

    ABundle from(int first) {
        from = first;
        return this;
    }

    ABundle signedBy(ASigner... who) {
        signers = List.of(who);
        return this;
    }

    ABundle manifest(String release, String digest, String variables) {
        String text = "schakel/vrijgave/kenmerken/v1\n" + release + "\nsha256 " + digest + "\n" + variables;
        return manifest(release, new Note(text, List.of(SIGNER.sign(text, 0))).value());
    }

    ABundle manifest(String release, String note) {
        manifests.add(CanonicalText.of(Map.of("manifest", note, "release", release)));
        return this;
    }

    ABundle withoutManifests() {
        manifests.clear();
        return this;
    }

    int size() {
        return entries.size();
    }

    private TreeHash tree(int size) {
        TreeHash tree = new TreeHash();
        entries.subList(0, size).forEach(entry -> tree.add(entry.bytes()));
        return tree;
    }

    /** What the log and its witnesses sign. */
    String checkpoint() {
        return Checkpoint.of(ORIGIN, entries.size(), tree(entries.size()).root())
                .text();
    }

    String note(String text) {
        return new Note(
                        text,
                        signers.stream().map(signer -> signer.sign(text, TIME)).toList())
                .value();
    }

    /** The lines of the bundle without the note. */
    List<String> frame() {
        List<String> lines = new ArrayList<>(List.of("schakel-logboek/1", "origin " + ORIGIN, "from " + from));
        tree(from)
                .frontier()
                .forEach(hash -> lines.add("frontier " + Base64.getEncoder().encodeToString(hash)));
        List<AnEntry> told = entries.subList(from, entries.size());
        lines.add("entries " + told.size());
        told.forEach(entry -> lines.add(entry.text()));
        List<String> attachments = attachments(told);
        lines.add("attachments " + attachments.size());
        lines.addAll(attachments);
        lines.add("checkpoint");
        return lines;
    }

    private List<String> attachments(List<AnEntry> told) {
        List<String> lines = new ArrayList<>();
        told.stream().filter(AnEntry::hasDetail).map(AnEntry::detailLine).forEach(lines::add);
        for (AnEntry entry : told) {
            for (int first = 0; first < entry.lines(); first += OperationLines.BLOCK) {
                lines.add(entry.linesFrom(first));
            }
        }
        lines.addAll(manifests);
        return lines;
    }

    String text() {
        return String.join("\n", frame()) + "\n" + note(checkpoint());
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
