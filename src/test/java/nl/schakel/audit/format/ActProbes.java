package nl.schakel.audit.format;

import java.util.ArrayList;
import java.util.List;

/** Logs that are signed as they should be and tell of acts that must not have been. */
final class ActProbes {
    private ActProbes() {}

    static List<Probe> all() {
        List<Probe> probes = new ArrayList<>();
        releases(probes);
        keys(probes);
        return probes;
    }

    private static Probe acts(String name, String code, AnEntry... entries) {
        ABundle bundle = new ABundle();
        long releases = 0;
        for (AnEntry entry : entries) {
            bundle.add(entry);
            releases += entry.text().contains("\"release.release\"") ? 1 : 0;
        }
        for (; releases > 0; releases--) {
            bundle.manifest(ABundle.RELEASE, ABundle.PACKAGE, ABundle.VARIABLES);
        }
        return Probe.of(name, bundle.text(), code);
    }

    private static AnEntry pack(int n) {
        return ABundle.step(n, "release.pack", 3);
    }

    private static AnEntry step(int n, String act, int by) {
        return ABundle.step(n, "release." + act, by);
    }

    private static void releases(List<Probe> probes) {
        probes.add(acts("released without an approver", "LB-50", pack(0), step(1, "release", 5)));
        probes.add(
                acts("released by the one approver", "LB-51", pack(0), step(1, "approve", 5), step(2, "release", 5)));
        probes.add(
                acts("released before it is approved", "LB-50", pack(0), step(1, "release", 5), step(2, "approve", 4)));
        probes.add(acts(
                "approved by one person twice",
                "LB-52",
                pack(0),
                step(1, "approve", 5),
                step(2, "approve", 5),
                step(3, "release", 5)));
        probes.add(acts("released and never packed", "LB-50", step(1, "release", 5)));
        probes.add(acts("approved and never packed", "LB-52", step(0, "approve", 4), step(1, "release", 5)));
        probes.add(acts(
                "approval refused",
                "LB-50",
                pack(0),
                step(1, "approve", 4).with("res", "denied"),
                step(2, "release", 5)));
        probes.add(acts(
                "approval of another release",
                "LB-50",
                pack(0),
                step(1, "approve", 4).with("obj", "study/NPO-1/release/" + ABundle.RELEASE.replace('1', '2')),
                step(2, "release", 5)));
        probes.add(acts(
                "downloaded before it is released", "LB-52", pack(0), step(1, "approve", 4), step(2, "download", 3)));
        probes.add(acts(
                "downloaded after its recall",
                "LB-52",
                pack(0),
                step(1, "approve", 4),
                step(2, "release", 5),
                step(3, "recall", 4),
                step(4, "download", 3)));
        probes.add(acts("downloaded after its end", "LB-52", pack(0), step(1, "end", 3), step(2, "download", 3)));
        probes.add(acts(
                "released after its recall",
                "LB-50",
                pack(0),
                step(1, "approve", 4),
                step(2, "recall", 4),
                step(3, "release", 5)));
        probes.add(acts(
                "released twice",
                "LB-50",
                pack(0),
                step(1, "approve", 4),
                step(2, "release", 5),
                step(3, "release", 6)));
        probes.add(acts("recalled and never packed", "LB-52", step(0, "recall", 4)));
        probes.add(acts("packed twice", "LB-52", pack(0), pack(1)));
        probes.add(acts(
                "released by nobody",
                "LB-57",
                pack(0),
                step(1, "approve", 4),
                step(2, "release", 5).with("actor", null)));
        probes.add(acts("an act of a release that is not known", "LB-56", pack(0), step(1, "publish", 4)));
        probes.add(acts(
                "a release as another kind of act",
                "LB-56",
                pack(0),
                step(1, "release", 5).with("kind", "act")));
        probes.add(acts(
                "a key act as an exit",
                "LB-56",
                AnEntry.act(0, "rel", "key.propose", "key-step/1").by(1)));
        probes.add(acts(
                "a release that is not named as one",
                "LB-27",
                pack(0),
                step(1, "approve", 4),
                step(2, "release", 5).with("obj", "release/1")));
    }

    private static AnEntry key(int n, String act, int by) {
        return AnEntry.act(n, "key", "key." + act, "key-step/1").by(by);
    }

    private static void keys(List<Probe> probes) {
        probes.add(acts("confirmed and never proposed", "LB-53", key(0, "confirm", 1)));
        probes.add(acts("rejected and never proposed", "LB-53", key(0, "reject", 1)));
        probes.add(acts("confirmed by who proposed", "LB-54", key(0, "propose", 1), key(1, "confirm", 1)));
        probes.add(acts("confirmed twice", "LB-53", key(0, "propose", 1), key(1, "confirm", 2), key(2, "confirm", 3)));
        probes.add(acts(
                "confirmed after its rejection",
                "LB-53",
                key(0, "propose", 1),
                key(1, "reject", 2),
                key(2, "confirm", 2)));
        probes.add(acts("confirmed before it is proposed", "LB-53", key(0, "confirm", 2), key(1, "propose", 1)));
        probes.add(acts("proposed twice", "LB-55", key(0, "propose", 1), key(1, "propose", 1)));
        probes.add(acts("proposal refused", "LB-53", key(0, "propose", 1).with("res", "denied"), key(1, "confirm", 2)));
        probes.add(acts("proposed by nobody", "LB-57", key(0, "propose", 1).with("actor", null)));
        probes.add(acts(
                "confirmed by nobody",
                "LB-57",
                key(0, "propose", 1),
                key(1, "confirm", 2).with("actor", null)));
        probes.add(acts(
                "another step confirmed",
                "LB-53",
                key(0, "propose", 1),
                key(1, "confirm", 2).with("obj", "key-step/2")));
        for (String work : List.of("rotate", "open", "close")) {
            probes.add(acts("one half of " + work, "LB-53", key(0, work, 1)));
            probes.add(acts(
                    "both halves of one person: " + work, "LB-54", key(0, work + "-proposed", 1), key(1, work, 1)));
            probes.add(acts(
                    "the first half twice: " + work,
                    "LB-55",
                    key(0, work + "-proposed", 1),
                    key(1, work + "-proposed", 2)));
        }
        probes.add(acts("the first half of other work", "LB-53", key(0, "open-proposed", 1), key(1, "close", 2)));
        probes.add(acts("an act on keys that is not known", "LB-56", key(0, "destroy", 1)));
    }
}
