package nl.schakel.pseudonym;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.schakel.platform.problem.Fault;

/**
 * What a custodian proposes, as it was sent: anything at all.
 *
 * @param act the name of an act
 * @param keys check values by the name of the key; an empty check value where the act states none
 * @param minutes of a step that was taken before there was a service, and is registered now
 * @param loses as many persons as the custodian saw that closing a change of keys loses
 */
public record KeyWish(
        String act,
        Map<String, String> keys,
        boolean rehearsal,
        Optional<StepMinutes> minutes,
        Optional<LostPersons> loses) {
    private static final Pattern CHECK_VALUE = Pattern.compile("[0-9a-f]{16}|[0-9a-f]{64}|[0-9a-f]{66}");
    private static final int MOST = 50;

    /** A step that is taken now. */
    public KeyWish(String act, Map<String, String> keys, boolean rehearsal) {
        this(act, keys, rehearsal, Optional.empty());
    }

    /** A step that loses nobody. */
    public KeyWish(String act, Map<String, String> keys, boolean rehearsal, Optional<StepMinutes> minutes) {
        this(act, keys, rehearsal, minutes, Optional.empty());
    }

    /** The end of a change of keys. */
    public static KeyWish closing(LostPersons loses) {
        return new KeyWish(KeyAct.CLOSE.code(), Map.of(), false, Optional.empty(), Optional.of(loses));
    }

    /** What was meant. @throws CeremonyRefused.NotAStep with everything that is wrong */
    Meant meant(Holder holder, Instant now) {
        List<Fault> faults = new ArrayList<>();
        KeyAct known = KeyAct.parse(act).orElse(KeyAct.VERIFY);
        if (KeyAct.parse(act).isEmpty()) {
            faults.add(fault("handeling", "KS-01", "een van de handelingen"));
        }
        if (known.ofHolder() != keys.isEmpty() || keys.size() > MOST) {
            faults.add(fault("sleutels", "KS-02", known.ofHolder() ? "geen sleutels" : "1 tot " + MOST + " sleutels"));
        }
        SortedMap<KeyId, String> named = new TreeMap<>();
        keys.forEach((text, checkValue) -> named(holder, text)
                .ifPresentOrElse(
                        id -> named.put(id, known.statesCheckValues() ? checkValue : ""),
                        () -> faults.add(fault("sleutels", "KS-03", "namen van sleutels van uw eigen houder"))));
        if (known.statesCheckValues()
                && !named.values().stream()
                        .allMatch(value -> CHECK_VALUE.matcher(value).matches())) {
            faults.add(fault("sleutels", "KS-04", "bij elke sleutel een controlewaarde van 16, 64 of 66 tekens"));
        }
        minutes.filter(told -> !known.beforeService() || !told.isComplete(now))
                .ifPresent(told -> faults.add(
                        fault("notulen", "KS-07", "bij aanmaken of splitsen: een moment, al voorbij, en twee namen")));
        if (loses.isPresent() != (known == KeyAct.CLOSE && !rehearsal)) {
            faults.add(
                    fault("nietTeruggezien", "KS-08", "bij sluiten, en alleen dan: het aantal personen en besluiten"));
        }
        if (!faults.isEmpty()) {
            throw new CeremonyRefused.NotAStep(faults.stream().distinct().toList());
        }
        return new Meant(known, named, minutes, loses);
    }

    private static Optional<KeyId> named(Holder holder, String text) {
        return KeyId.parse(text).filter(id -> id.holder() == holder);
    }

    private static Fault fault(String place, String rule, String expected) {
        return new Fault(place, rule, expected, "Vul dit in: " + expected + ".");
    }

    /** What was meant. */
    record Meant(
            KeyAct act, SortedMap<KeyId, String> keys, Optional<StepMinutes> minutes, Optional<LostPersons> loses) {}
}
