package nl.schakel.audit.format;

import java.util.ArrayList;
import java.util.List;

/** Entries changed, dropped, swapped, repeated and cut by somebody who has no key, with every count put right. */
final class UnsignedProbes {
    private static final int FIRST = 5;
    private static final int COUNT = 15;

    private UnsignedProbes() {}

    private static Lines lines() {
        return new Lines(ABundle.ofADay().text());
    }

    static List<Probe> all() {
        List<Probe> probes = new ArrayList<>();
        for (int seq = 0; seq < COUNT; seq++) {
            of(probes, seq);
        }
        probes.add(Probe.of(
                "the last entries gone", entries(lines().drop(FIRST + 14).drop(FIRST + 13), 13), "LB-32"));
        probes.add(
                Probe.of("an entry added at the end", entries(lines().insert(FIRST + 15, another(99)), 16), "LB-32"));
        probes.add(Probe.of(
                "all entries gone",
                "schakel-logboek/1\norigin " + ABundle.ORIGIN + "\nfrom 0\nentries 0\nattachments 0\ncheckpoint\n"
                        + ABundle.ofADay().note(ABundle.ofADay().checkpoint()),
                "LB-32"));
        return probes;
    }

    private static void of(List<Probe> probes, int seq) {
        int line = FIRST + seq;
        probes.add(Probe.of(
                "moment changed " + seq, lines().change(line, "2026", "2025").text(), "LB-14"));
        probes.add(Probe.of(
                "trace changed " + seq,
                lines().change(line, "\"trace\":\"0", "\"trace\":\"1").text(),
                "LB-33"));
        probes.add(Probe.of(
                "cut in half " + seq,
                lines().change(line, text -> text.substring(0, text.length() / 2))
                        .text(),
                "LB-11"));
        probes.add(
                Probe.of("a space more " + seq, lines().change(line, ",", ", ").text(), "LB-11"));
        probes.add(Probe.of(
                "replaced " + seq, lines().change(line, text -> another(seq)).text(), "LB-33"));
        probes.add(Probe.of("dropped " + seq, entries(lines().drop(line), COUNT - 1), "LB-32"));
        probes.add(Probe.of("twice " + seq, entries(lines().insert(line, lines().line(line)), COUNT + 1), "LB-15"));
        if (seq > 0) {
            probes.add(Probe.of(
                    "swapped with the one before " + seq,
                    lines().swap(line, line - 1).text(),
                    "LB-33"));
        }
    }

    private static String another(int number) {
        return AnEntry.act(number + 100, "act", "log.read", "log").text();
    }

    private static String entries(Lines lines, int count) {
        return lines.change(4, line -> "entries " + count).text();
    }
}
