package nl.schakel.audit.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Attachments that do not fit the entries, which are all as they should be. */
final class AttachmentProbes {
    private static final String TEXT = ABundle.ofADay().text();
    private static final int FIRST = new Lines(TEXT).find("attachments ") + 1;
    private static final int DETAILS = 7;
    private static final int COUNT = 9;
    private static final int OPERATION = FIRST + DETAILS;
    private static final int MANIFEST = OPERATION + 1;

    private AttachmentProbes() {}

    private static Lines lines() {
        return new Lines(TEXT);
    }

    static List<Probe> all() {
        List<Probe> probes = new ArrayList<>();
        details(probes);
        operations(probes);
        blocks(probes);
        manifests(probes);
        return probes;
    }

    private static String counted(Lines lines, int count) {
        return lines.change(FIRST - 1, line -> "attachments " + count).text();
    }

    private static void details(List<Probe> probes) {
        for (int i = 0; i < DETAILS; i++) {
            int line = FIRST + i;
            probes.add(Probe.of(
                    "salt " + i,
                    lines().change(line, "\"salt\":\"0", "\"salt\":\"1").text(),
                    "LB-22"));
            probes.add(Probe.of(
                    "detail " + i,
                    lines().change(line, "\\\":\\\"", "\\\":\\\"x").text(),
                    "LB-22"));
            probes.add(Probe.of(
                    "id " + i,
                    lines().change(line, "\"id\":\"01a", "\"id\":\"01b").text(),
                    "LB-21"));
            probes.add(Probe.of(
                    "salt too short " + i,
                    lines().change(line, "\"salt\":\"00", "\"salt\":\"0").text(),
                    "LB-20"));
            probes.add(Probe.of(
                    "detail twice " + i, counted(lines().insert(line, lines().line(line)), COUNT + 1), "LB-21"));
        }
        probes.add(Probe.of("details swapped", lines().swap(FIRST, FIRST + 1).text(), "LB-21"));
        probes.add(
                Probe.of("a detail of no entry", counted(lines().insert(FIRST, detail("{}", 77)), COUNT + 1), "LB-21"));
        probes.add(Probe.of(
                "a detail of an entry without one",
                counted(lines().insert(FIRST, detail("{}", 0)), COUNT + 1),
                "LB-21"));
        probes.add(Probe.of(
                "a detail that is no object",
                lines().change(FIRST, line -> detail("1", 1)).text(),
                "LB-20"));
        probes.add(Probe.of(
                "a detail with spaces",
                lines().change(FIRST, line -> detail("{ }", 1)).text(),
                "LB-20"));
        probes.add(Probe.of(
                "an attachment of no kind",
                lines().change(FIRST, "{\"detail\"", "{\"other\"").text(),
                "LB-02"));
        probes.add(Probe.of(
                "an attachment with a space", lines().change(FIRST, ",", ", ").text(), "LB-20"));
        probes.add(Probe.of(
                "an attachment with more",
                lines().change(FIRST, "\"}", "\",\"x\":1}").text(),
                "LB-20"));
        probes.add(Probe.of(
                "operation before details", lines().swap(FIRST, OPERATION).text(), "LB-02"));
        probes.add(Probe.of(
                "manifest before operation", lines().swap(OPERATION, MANIFEST).text(), "LB-02"));
    }

    private static String detail(String text, int number) {
        return CanonicalText.of(Map.of(
                "detail",
                text,
                "id",
                AnEntry.act(number, "act", "log.read", "log").id(),
                "salt",
                "0".repeat(64)));
    }

    private static void operations(List<Probe> probes) {
        probes.add(Probe.of(
                "a line changed",
                lines().change(OPERATION, "AgICAgIC", "AgICAgID").text(),
                "LB-24"));
        probes.add(Probe.of(
                "a line too few", lines().change(OPERATION, line -> subjects(2)).text(), "LB-23"));
        probes.add(Probe.of(
                "a line too many",
                lines().change(OPERATION, line -> subjects(4)).text(),
                "LB-23"));
        probes.add(Probe.of(
                "no lines", lines().change(OPERATION, line -> subjects(0)).text(), "LB-20"));
        probes.add(Probe.of(
                "half a line",
                lines().change(OPERATION, "\"subjects\":\"", "\"subjects\":\"AAAA")
                        .text(),
                "LB-20"));
        probes.add(Probe.of(
                "another first line",
                lines().change(OPERATION, "{\"n\":0", "{\"n\":1").text(),
                "LB-20"));
        probes.add(Probe.of(
                "lines twice", counted(lines().insert(OPERATION, lines().line(OPERATION)), COUNT + 1), "LB-20"));
        probes.add(Probe.of(
                "lines of no operation",
                lines().change(OPERATION, "\"operation\":\"01a", "\"operation\":\"01b")
                        .text(),
                "LB-21"));
        probes.add(Probe.of(
                "base64 that can be spelled otherwise",
                lines().change(OPERATION, "\"}", "=\"}").text(),
                "LB-20"));
    }

    private static String subjects(int lines) {
        String id = AnEntry.operation(2, 3).id();
        return AnEntry.operation(2, lines)
                .linesFrom(0)
                .replace(AnEntry.operation(2, lines).id(), id);
    }

    /** An operation of more than one block. */
    private static void blocks(List<Probe> probes) {
        String text = new ABundle().add(AnEntry.operation(0, 2500)).text();
        int first = new Lines(text).find("attachments ") + 1;
        probes.add(Probe.of(
                "blocks swapped", new Lines(text).swap(first, first + 1).text(), "LB-20"));
        probes.add(Probe.of(
                "the first block gone",
                new Lines(text)
                        .drop(first)
                        .change(first - 1, l -> "attachments 2")
                        .text(),
                "LB-20"));
        probes.add(Probe.of(
                "the last block gone",
                new Lines(text)
                        .drop(first + 2)
                        .change(first - 1, l -> "attachments 2")
                        .text(),
                "LB-23"));
        probes.add(Probe.of(
                "a short block before the last",
                new Lines(text).swap(first + 1, first + 2).text(),
                "LB-20"));
    }

    private static void manifests(List<Probe> probes) {
        ABundle without = ABundle.ofADay().withoutManifests();
        probes.add(Probe.of("no manifest", without.text(), "LB-27"));
        probes.add(Probe.of("no key of manifests", TEXT, "LB-29").withoutSigner());
        probes.add(Probe.of("another key of manifests", TEXT, "LB-25")
                .signedBy(ABundle.LOG.key().line()));
        probes.add(manifest(
                "of another release", ABundle.RELEASE.replace('1', '9'), ABundle.PACKAGE, ABundle.VARIABLES, "LB-27"));
        probes.add(manifest("of another package", ABundle.RELEASE, "cd".repeat(32), ABundle.VARIABLES, "LB-26"));
        probes.add(manifest("without variables", ABundle.RELEASE, ABundle.PACKAGE, "", "LB-20"));
        probes.add(manifest(
                "without consent", ABundle.RELEASE, ABundle.PACKAGE, "kenmerk pesten sociaal bezwaar\n", "LB-28"));
        probes.add(manifest(
                "with another basis", ABundle.RELEASE, ABundle.PACKAGE, "kenmerk pesten sociaal belang\n", "LB-20"));
        probes.add(manifest("with a line more", ABundle.RELEASE, ABundle.PACKAGE, ABundle.VARIABLES + "x\n", "LB-20"));
        String note = ABundle.ofADay().note("schakel/vrijgave/kenmerken/v1\n");
        probes.add(Probe.of(
                "a manifest by others", without.manifest(ABundle.RELEASE, note).text(), "LB-25"));
        probes.add(Probe.of(
                "a manifest that is no note",
                ABundle.ofADay()
                        .withoutManifests()
                        .manifest(ABundle.RELEASE, "x")
                        .text(),
                "LB-25"));
        probes.add(Probe.of(
                "two manifests",
                ABundle.ofADay()
                        .manifest(ABundle.RELEASE, ABundle.PACKAGE, ABundle.VARIABLES)
                        .text(),
                "LB-21"));
        probes.add(Probe.of(
                "a manifest changed",
                lines().change(MANIFEST, "kenmerk welbevinden sociaal", "kenmerk welbevinden resultaten")
                        .text(),
                "LB-25"));
        probes.add(Probe.of(
                "a release that is no number",
                lines().change(MANIFEST, "\"release\":\"1", "\"release\":\"x").text(),
                "LB-20"));
    }

    private static Probe manifest(String name, String release, String digest, String variables, String code) {
        return Probe.of(
                "a manifest " + name,
                ABundle.ofADay()
                        .withoutManifests()
                        .manifest(release, digest, variables)
                        .text(),
                code);
    }
}
