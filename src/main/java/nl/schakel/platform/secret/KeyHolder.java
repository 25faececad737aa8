package nl.schakel.platform.secret;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The opened keys of one holder, in a file, in a hardware token or in a process of their own. */
public sealed interface KeyHolder extends AutoCloseable permits HolderProcess, HolderStore, HolderToken {
    /** The check value of each key as lower-case hexadecimal, by key id: KCV, or the public key of a pair. */
    Map<String, String> checkValues();

    /** The versions of a family of keys: of {@code link}, the numbers v for which there is a key {@code link/v}. */
    NavigableSet<Integer> versions(String family);

    /** Forgets what is not needed any more. Idempotent. */
    @Override
    void close();

    /** The versions of a family among key ids. */
    static NavigableSet<Integer> versions(String family, Set<String> keyIds) {
        return keyIds.stream()
                .filter(keyId -> keyId.matches(Pattern.quote(family) + "/[0-9]{1,6}"))
                .map(keyId -> Integer.valueOf(keyId.substring(family.length() + 1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
