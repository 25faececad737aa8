package nl.schakel.audit.format;

import java.util.ArrayList;
import java.util.List;

/** Logs that are signed as they should be and are not the log that was verified before. */
final class StateProbes {
    private StateProbes() {}

    static List<Probe> all() {
        List<Probe> probes = new ArrayList<>();
        for (int size : new int[] {1, 7, 8, 12, 14}) {
            ABundle shorter = ABundle.ofADay().cut(size);
            String text = (size > 7 ? shorter : shorter.withoutManifests()).text();
            probes.add(Probe.of("put back to " + size, text, "LB-40").after(AState.ofADay(15)));
        }
        for (int changed = 0; changed < 14; changed++) {
            String text = another(changed).text();
            probes.add(Probe.of("entry replaced and all signed anew " + changed, text, "LB-41")
                    .after(AState.ofADay(14)));
            probes.add(Probe.of(
                            "entry gone and all signed anew " + changed,
                            gone(changed).text(),
                            "LB-41")
                    .after(AState.ofADay(14)));
        }
        for (int from : new int[] {1, 2, 5, 9, 13}) {
            ABundle bundle = ABundle.ofADay().from(from);
            probes.add(Probe.of(
                    "left out without a state " + from,
                    (from > 7 ? bundle.withoutManifests() : bundle).text(),
                    "LB-42"));
        }
        ABundle later = ABundle.ofADay().from(13).withoutManifests();
        probes.add(Probe.of("more left out than was verified", later.text(), "LB-42")
                .after(AState.ofADay(12)));
        probes.add(Probe.of(
                        "a fork with other entries before",
                        fork().from(12).withoutManifests().text(),
                        "LB-41")
                .after(AState.ofADay(12)));
        probes.add(Probe.of("a fork of one size", another(14).text(), "LB-41").after(AState.ofADay(15)));
        probes.add(Probe.of("a fork seen from before it", fork().from(3).text(), "LB-41")
                .after(AState.ofADay(12)));
        String other = AState.ofADay(12).replace("logboek.schakel.example/1\n12", "elders.example/1\n12");
        probes.add(Probe.of("a state of another log", ABundle.ofADay().text(), "LB-43")
                .after(other));
        probes.add(Probe.of(
                        "a key event whose half stands before, by one person",
                        sameCustodian().text(),
                        "LB-54")
                .after(AState.ofADay(12)));
        return probes;
    }

    private static ABundle another(int seq) {
        return ABundle.ofADay().replace(seq, AnEntry.act(seq + 100, "act", "log.read", "log"));
    }

    private static ABundle gone(int seq) {
        return ABundle.ofADay().drop(seq).add(AnEntry.act(99, "act", "log.read", "log"));
    }

    private static ABundle fork() {
        return ABundle.ofADay().replace(0, AnEntry.act(100, "sys", "account.prepare-operator", "service"));
    }

    private static ABundle sameCustodian() {
        return ABundle.ofADay()
                .replace(12, AnEntry.act(12, "key", "key.confirm", "key-step/1").by(6))
                .from(12)
                .withoutManifests();
    }
}
