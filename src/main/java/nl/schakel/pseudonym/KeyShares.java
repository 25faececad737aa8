package nl.schakel.pseudonym;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The shares of one unlock key: made, and brought together again. Whatever does not fit is named. */
public final class KeyShares {
    /** The most shares that are made. */
    public static final int MOST = 5;

    private final SecretSharing sharing;

    /** Splits and combines by this. */
    public KeyShares(SecretSharing sharing) {
        this.sharing = sharing;
    }

    /**
     * Splits an unlock key.
     *
     * @param label of the first share
     * @throws CeremonyFailed unless 2 to 5 shares are made of which 2 or more are needed
     */
    public List<KeyShare> split(byte[] unlock, KeyShare.Label label) {
        int needed = label.needed();
        if (needed < 2 || label.shares() > MOST || needed > label.shares()) {
            throw new CeremonyFailed("maak 2 tot " + MOST + " delen, waarvan er minstens 2 nodig zijn");
        }
        List<KeyShare> shares = new ArrayList<>();
        for (byte[] bytes : sharing.split(unlock, needed, label.shares())) {
            int number = shares.size() + 1;
            shares.add(new KeyShare(
                    new KeyShare.Label(
                            label.holder(), label.set(), number, label.shares(), needed, label.checkValues()),
                    bytes));
        }
        return shares;
    }

    /**
     * The unlock keys that the shares may give, one for each choice of as many as are needed, by the names of the shares
     * chosen. All but one share may be right: the caller tries them on the reserve copy.
     *
     * @param named shares by file name
     * @param set the reserve copy that they must belong to
     * @throws CeremonyFailed naming a share that is of another copy or splitting, or there twice, or where there are too few
     */
    public Map<List<String>, byte[]> combine(SortedMap<String, KeyShare> named, String set) {
        SortedMap<Integer, String> names = new TreeMap<>();
        Map<Integer, byte[]> bytes = new TreeMap<>();
        KeyShare.Label common = null;
        for (Map.Entry<String, KeyShare> entry : named.entrySet()) {
            KeyShare.Label label = entry.getValue().label();
            if (!label.set().equals(set)) {
                throw new CeremonyFailed("deel " + entry.getKey() + " hoort bij reservekopie " + label.set()
                        + ", niet bij deze (" + set + ")");
            }
            if (common != null && !common.sameSplitting(label)) {
                throw new CeremonyFailed(
                        "deel " + entry.getKey() + " komt uit een andere verdeling dan de delen ervoor");
            }
            common = label;
            bytes.put(label.number(), entry.getValue().bytes());
            String same = names.put(label.number(), entry.getKey());
            if (same != null) {
                throw new CeremonyFailed(
                        "deel " + entry.getKey() + " en deel " + same + " zijn allebei nummer " + label.number());
            }
        }
        if (common == null || names.size() < common.needed()) {
            throw new CeremonyFailed(
                    "er zijn " + (common == null ? 2 : common.needed()) + " delen nodig en er zijn er " + names.size());
        }
        Map<List<String>, byte[]> unlocking = new LinkedHashMap<>();
        for (List<Integer> choice : choices(List.copyOf(names.keySet()), common.needed())) {
            Map<Integer, byte[]> chosen = new TreeMap<>(bytes);
            chosen.keySet().retainAll(choice);
            SortedMap<Integer, String> from = new TreeMap<>(names);
            from.keySet().retainAll(choice);
            unlocking.put(List.copyOf(from.values()), sharing.combine(chosen));
        }
        return unlocking;
    }

    private static List<List<Integer>> choices(List<Integer> from, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> choices = new ArrayList<>();
        for (int i = 0; i + size <= from.size(); i++) {
            for (List<Integer> rest : choices(from.subList(i + 1, from.size()), size - 1)) {
                List<Integer> choice = new ArrayList<>(List.of(from.get(i)));
                choice.addAll(rest);
                choices.add(choice);
            }
        }
        return choices;
    }
}
