package nl.schakel.audit.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frame of a bundle in another form. */
final class FrameProbes {
    private static final String TEXT = ABundle.ofADay().text();
    private static final int FROM = 3;
    private static final int ENTRIES = 4;

    private FrameProbes() {}

    private static Lines lines() {
        return new Lines(TEXT);
    }

    static List<Probe> all() {
        List<Probe> probes = new ArrayList<>();
        head(probes);
        counts(probes);
        ends(probes);
        frontier(probes);
        return probes;
    }

    private static void head(List<Probe> probes) {
        for (String other : List.of(
                "", "schakel-logboek/2", "schakel-logboek/1 ", "Schakel-logboek/1", "\ufeffschakel-logboek/1")) {
            probes.add(
                    Probe.of("format " + other, lines().change(1, line -> other).text(), "LB-01"));
        }
        for (String other : List.of("origin ", "origin a b", "origin a+b", "origin\tx", "Origin x", "origin é", "x")) {
            probes.add(
                    Probe.of("origin " + other, lines().change(2, line -> other).text(), "LB-02"));
        }
        probes.add(
                Probe.of("another log", lines().change(2, "schakel", "elders").text(), "LB-31"));
        for (String other : List.of(
                "from",
                "from ",
                "from 00",
                "from 0 ",
                "from -0",
                "from +0",
                "from 1e0",
                "from 0x0",
                "from 9007199254740992",
                "from 99999999999999999999",
                "from ٠")) {
            probes.add(Probe.of(
                    "from " + other, lines().change(FROM, line -> other).text(), "LB-02"));
        }
    }

    private static void counts(List<Probe> probes) {
        int attachments = lines().find("attachments ");
        for (String other : List.of("14", "16", "015", "15 ", "", "-1", "1.5e1", "9007199254740991")) {
            probes.add(Probe.of(
                    "entries " + other,
                    lines().change(ENTRIES, line -> "entries " + other).text(),
                    "LB-02"));
        }
        for (String other : List.of("8", "10", "09", "", "-9", "9 ")) {
            String text =
                    lines().change(attachments, line -> "attachments " + other).text();
            probes.add(Probe.of("attachments " + other, text, "LB-02"));
        }
        for (int line = 1; line <= attachments; line += line == ENTRIES ? 15 : 1) {
            String code = line == 1 ? "LB-01" : "LB-02";
            probes.add(Probe.of("without line " + line, lines().drop(line).text(), code));
            probes.add(Probe.of(
                    "line twice " + line,
                    lines().insert(line, lines().line(line)).text(),
                    "LB-02"));
            probes.add(Probe.of("empty line " + line, lines().insert(line, "").text(), code));
        }
        probes.add(
                Probe.of("from and entries swapped", lines().swap(FROM, ENTRIES).text(), "LB-02"));
        int checkpoint = lines().find("checkpoint");
        probes.add(Probe.of(
                "checkpoint in another spelling",
                lines().change(checkpoint, line -> "Checkpoint").text(),
                "LB-02"));
        probes.add(Probe.of("without checkpoint", lines().drop(checkpoint).text(), "LB-02"));
    }

    private static void ends(List<Probe> probes) {
        probes.add(Probe.of("nothing", "", "LB-03"));
        probes.add(Probe.of("a newline", "\n", "LB-01"));
        int count = lines().count();
        for (int line = 1; line < count; line++) {
            String code = line < lines().find("checkpoint") + 1 ? "LB-03" : line < count - 2 ? "LB-30" : "LB-37";
            probes.add(Probe.of("cut after line " + line, lines().cut(line).text(), code));
        }
        probes.add(Probe.of("without the last newline", TEXT.substring(0, TEXT.length() - 1), "LB-03"));
        probes.add(Probe.of("a newline too many", TEXT + "\n", "LB-30"));
        probes.add(Probe.of("carriage returns", TEXT.replace("\n", "\r\n"), "LB-01"));
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        byte[] latin = bytes.clone();
        latin[20] = (byte) 0xE9;
        probes.add(Probe.of("origin in latin-1", latin, "LB-02"));
        probes.add(Probe.of("zeros after the end", Arrays.copyOf(bytes, bytes.length + 3), "LB-03"));
        probes.add(Probe.of("a line without end", TEXT + "x".repeat(LineReader.LONGEST + 1), "LB-02"));
    }

    private static void frontier(List<Probe> probes) {
        String state = AState.ofADay(13);
        String later = ABundle.ofADay().from(13).withoutManifests().text();
        Lines whole = new Lines(later);
        String first = whole.line(4);
        for (String other : List.of(
                "frontier ",
                "frontier AAAA",
                first + "=",
                first.replace("=", ""),
                first + " ",
                first.substring(0, first.length() - 2) + "/=".replace("/", "1"))) {
            probes.add(Probe.of(
                            "frontier " + other,
                            new Lines(later).change(4, line -> other).text(),
                            "LB-02")
                    .after(state));
        }
        probes.add(Probe.of("frontier swapped", new Lines(later).swap(4, 5).text(), "LB-41")
                .after(state));
        probes.add(Probe.of(
                        "frontier changed",
                        new Lines(later)
                                .change(5, line -> "frontier " + "A".repeat(43) + "=")
                                .text(),
                        "LB-41")
                .after(state));
        probes.add(Probe.of("frontier too short", new Lines(later).drop(4).text(), "LB-02")
                .after(state));
        probes.add(
                Probe.of("frontier too long", new Lines(later).insert(4, first).text(), "LB-02")
                        .after(state));
        probes.add(Probe.of(
                        "from without frontier",
                        new Lines(later).drop(4).drop(4).drop(4).text(),
                        "LB-02")
                .after(state));
        probes.add(Probe.of(
                        "another from",
                        new Lines(later).change(3, line -> "from 11").text(),
                        "LB-32")
                .after(state));
    }
}
