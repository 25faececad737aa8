package nl.schakel.pseudonym.command;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyShare;
import nl.schakel.pseudonym.KeyShareText;
import nl.schakel.pseudonym.KeyShares;
import nl.schakel.pseudonym.SecretSharing;
import org.jspecify.annotations.Nullable;

/** A reserve copy of a holder's store, encrypted under an unlock key of which only shares exist. */
record Reserve(Holder holder) {
    private static final String EXPLAINED =
            """
            # Dit is een deel van de sleutel van een reservekopie. Alleen is het niets waard; samen met
            # genoeg andere delen en de kopie geeft het alle sleutels van deze houder.
            # Bewaar het op papier, apart van de andere delen en van de kopie. Stuur het nooit door.
            """;

    /** Writes the copy and the shares, and tries every choice of shares. Nothing is left where it fails. */
    void split(KeyEntries keys, Path copy, List<Path> files, int needed) {
        if (new HashSet<>(files).size() < files.size()) {
            throw new CeremonyFailed("elk deel heeft een eigen bestand");
        }
        byte[] unlock = new byte[KeyShare.LENGTH];
        new SecureRandom().nextBytes(unlock);
        KeyShares sharing = sharing();
        List<Path> written = new ArrayList<>();
        try {
            sharing.split(unlock, label(keys, "", files.size(), needed));
            keys.writeReserve(copy, unlock);
            written.add(copy);
            List<KeyShare> shares = sharing.split(unlock, label(keys, KeyFiles.set(copy), files.size(), needed));
            for (int i = 0; i < files.size(); i++) {
                KeyFiles.secretText(files.get(i), EXPLAINED + KeyShareText.print(shares.get(i)));
                written.add(files.get(i));
            }
            requireToOpen(copy, files, unlock, keys.checkValues());
        } catch (RuntimeException e) {
            KeyFiles.wipe(written, e);
            throw e;
        } finally {
            Arrays.fill(unlock, (byte) 0);
        }
    }

    private KeyShare.Label label(KeyEntries keys, String set, int shares, int needed) {
        SortedMap<KeyId, String> checkValues = new TreeMap<>();
        keys.checkValues().forEach((id, value) -> checkValues.put(new KeyId(id), value));
        return new KeyShare.Label(holder, set, 1, shares, needed, checkValues);
    }

    /** Every choice of the shares as they were written gives the unlock key, and that opens the copy as it was written. */
    private void requireToOpen(Path copy, List<Path> files, byte[] unlock, Map<String, String> expected) {
        for (byte[] combined : combined(copy, files).values()) {
            boolean same = MessageDigest.isEqual(combined, unlock);
            Arrays.fill(combined, (byte) 0);
            if (!same) {
                throw new CeremonyFailed("de delen geven de sleutel van de reservekopie niet terug");
            }
        }
        try (KeyEntries again = KeyEntries.readReserve(copy, unlock)) {
            if (!again.checkValues().equals(expected)) {
                throw new CeremonyFailed("de reservekopie klopt niet met de kluis");
            }
        } catch (KeysUnavailable e) {
            throw new CeremonyFailed("de reservekopie gaat niet open", e);
        }
    }

    /**
     * The keys of the copy by these shares. Where more shares are given than are needed and one is wrong although its
     * checks are right, it is named.
     *
     * @throws CeremonyFailed naming the share that is damaged, foreign or doubled, or where none of them open the copy
     */
    KeyEntries recover(Path copy, List<Path> files) {
        Map<List<String>, byte[]> unlocking = combined(copy, files);
        KeyEntries found = null;
        List<String> right = new ArrayList<>();
        for (Map.Entry<List<String>, byte[]> choice : unlocking.entrySet()) {
            KeyEntries keys = opened(copy, choice.getValue());
            if (keys != null) {
                right.addAll(choice.getKey());
                if (found == null) {
                    found = keys;
                } else {
                    keys.close();
                }
            }
        }
        if (found == null) {
            throw new CeremonyFailed(
                    "deze delen openen de reservekopie niet: er is een deel vervalst; neem er een deel bij");
        }
        requireAllRight(files, right, found);
        requireStated(files, found);
        return found;
    }

    private static void requireAllRight(List<Path> files, List<String> right, KeyEntries found) {
        for (Path file : files) {
            if (!right.contains(file.toString())) {
                found.close();
                throw new CeremonyFailed(
                        "deel " + file + " is vervalst: de andere delen openen de reservekopie zonder dit");
            }
        }
    }

    private static void requireStated(List<Path> files, KeyEntries found) {
        SortedMap<String, String> stated = new TreeMap<>();
        share(files.get(0)).label().checkValues().forEach((id, value) -> stated.put(id.value(), value));
        if (!stated.equals(found.checkValues())) {
            found.close();
            throw new CeremonyFailed("de controlewaarden op de delen zijn niet die van de reservekopie");
        }
    }

    private static @Nullable KeyEntries opened(Path copy, byte[] unlock) {
        try {
            return KeyEntries.readReserve(copy, unlock);
        } catch (KeysUnavailable e) {
            return null;
        } finally {
            Arrays.fill(unlock, (byte) 0);
        }
    }

    private Map<List<String>, byte[]> combined(Path copy, List<Path> files) {
        SortedMap<String, KeyShare> named = new TreeMap<>();
        for (Path file : files) {
            KeyShare share = share(file);
            if (share.label().holder() != holder) {
                throw new CeremonyFailed("deel " + file + " is van houder "
                        + share.label().holder().code());
            }
            if (named.put(file.toString(), share) != null) {
                throw new CeremonyFailed("deel " + file + " staat er twee keer");
            }
        }
        return sharing().combine(named, KeyFiles.set(copy));
    }

    private static KeyShare share(Path file) {
        return KeyShareText.parse(file.toString(), KeyFiles.text(file));
    }

    private static KeyShares sharing() {
        return new KeyShares(ServiceLoader.load(SecretSharing.class).findFirst().orElseThrow());
    }
}
