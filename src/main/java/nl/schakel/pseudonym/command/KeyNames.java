package nl.schakel.pseudonym.command;

import java.util.List;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyId;

/** The names of keys on the command line. */
final class KeyNames {
    private KeyNames() {}

    /** @throws CeremonyFailed where one is no key of the holder, or stands twice */
    static List<KeyId> of(Holder holder, List<String> names) {
        List<KeyId> ids = names.stream()
                .map(name -> KeyId.parse(name)
                        .filter(id -> id.holder() == holder)
                        .orElseThrow(
                                () -> new CeremonyFailed("houder " + holder.code() + " heeft geen sleutel met de naam "
                                        + (name.matches("[a-z0-9/]{1,30}") ? name : "die u noemt"))))
                .distinct()
                .toList();
        if (ids.size() < names.size()) {
            throw new CeremonyFailed("een sleutel staat er twee keer");
        }
        return ids;
    }
}
