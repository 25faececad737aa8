package nl.schakel.pseudonym.page;

import java.util.Arrays;
import java.util.List;
import nl.schakel.audit.StaffId;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyState;
import nl.schakel.pseudonym.KeyStep;
import nl.schakel.pseudonym.SeeKeys;

/**
 * What the custodians' page shows.
 *
 * @param self the custodian who looks
 * @param done code of what was just done, or empty
 * @param typed what to show again after a fault
 */
public record KeyScreen(SeeKeys.View view, Holder holder, List<KeyStep> steps, StaffId self, String done, Typed typed) {
    /** How many cases the table of losses has. */
    public static final int CASES = 8;

    /** Fields to show again. */
    public record Typed(String act, String keys) {
        /** Of a first view. */
        static final Typed NOTHING = new Typed("", "");
    }

    /** The steps that can be proposed. */
    public List<KeyAct> acts() {
        return Arrays.stream(KeyAct.values())
                .filter(act -> !act.ofStoredValues() || holder == Holder.B)
                .filter(act -> !act.ofHolder() || holder != Holder.LOG)
                .toList();
    }

    /** The steps that wait for a second custodian. */
    public List<KeyStep> waiting() {
        return steps.stream().filter(step -> step.waits(view.at())).toList();
    }

    /** The steps that are over, newest first. */
    public List<KeyStep> past() {
        return steps.stream().filter(step -> !step.waits(view.at())).limit(20).toList();
    }

    /** How a step ended, as the end of a message key. */
    public String ending(KeyStep step) {
        return step.settled()
                .map(settled -> settled.confirmed() ? "bevestigd" : "afgewezen")
                .orElse("verlopen");
    }

    /** The names of a step's keys. */
    public String keys(KeyStep step) {
        return String.join(", ", step.keys().keySet().stream().map(KeyId::value).toList());
    }

    /** Whether a step begins a new chain of layers alone. */
    public boolean compacts(KeyStep step) {
        return step.terms().becomes().size() == 1;
    }

    /** The names of the keys that a step puts in force. */
    public String becomes(KeyStep step) {
        return String.join(
                ", ", step.terms().becomes().stream().map(KeyId::value).toList());
    }

    /** How a state is marked. */
    public String mark(KeyState state) {
        return switch (state) {
            case ACTIVE -> "goed";
            case PRE_ACTIVE, SUSPENDED -> "wacht";
            case COMPROMISED -> "fout";
            case DEACTIVATED, DESTROYED -> "neutraal";
        };
    }
}
