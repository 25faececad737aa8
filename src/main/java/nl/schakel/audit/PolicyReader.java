package nl.schakel.audit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.schakel.audit.WitnessPolicy.Log;
import nl.schakel.audit.WitnessPolicy.Quorum;
import nl.schakel.audit.WitnessPolicy.Witness;
import org.jspecify.annotations.Nullable;

/** Reads one policy file, as bytes: names are compared byte by byte. For one use. Source: C2SP tlog-policy. */
final class PolicyReader {
    private static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_EACH = 64;
    private static final Pattern GAP = Pattern.compile("[ \\t]+");
    private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]+");

    private final List<Log> logs = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> named = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable Quorum quorum;
    private int line;

    WitnessPolicy read(byte[] file) {
        // each byte is one character here, so that nothing is lost of a name in whatever encoding
        String text = new String(file, StandardCharsets.ISO_8859_1);
        boolean allowed = text.chars().allMatch(c -> c == '\t' || c == '\n' || (c >= ' ' && c != 0x7f));
        if (file.length > MAX_LENGTH || !allowed || !text.endsWith("\n")) {
            throw new EvidenceRejected(
                    "het beleid is te lang, eindigt niet op een nieuwe regel of bevat tekens die niet mogen");
        }
        for (String each : text.substring(0, text.length() - 1).split("\n", -1)) {
            line++;
            List<String> words = Arrays.stream(GAP.split(each))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty() && !words.get(0).startsWith("#")) {
                read(words);
            }
        }
        Quorum rule = quorum;
        if (rule == null) {
            throw new EvidenceRejected("het beleid heeft geen regel met quorum");
        }
        return new WitnessPolicy(logs, witnesses, rule);
    }

    private void read(List<String> words) {
        switch (words.get(0)) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default -> throw wrong("begint met een woord dat geen beleid is");
        }
    }

    private void log(List<String> words) {
        require(words.size() == 2 || words.size() == 3, "heeft niet de vorm log sleutel [adres]");
        VerificationKey key = key(words.get(1));
        require(key.type() != SignatureType.COSIGNATURE, "noemt een sleutel waarmee een logboek niet ondertekent");
        require(logs.stream().noneMatch(log -> log.key().sameKeyAs(key)), "noemt een logboek dat er al staat");
        require(logs.size() < MAX_EACH, "noemt een logboek te veel");
        logs.add(new Log(key, address(words, 2)));
    }

    private void witness(List<String> words) {
        require(words.size() == 3 || words.size() == 4, "heeft niet de vorm witness naam sleutel [adres]");
        VerificationKey key = key(words.get(2));
        require(key.type() != SignatureType.ED25519, "noemt een sleutel waarmee een getuige niet ondertekent");
        require(
                witnesses.stream().noneMatch(witness -> witness.key().sameKeyAs(key)),
                "noemt een getuige die er al staat");
        define(words.get(1), new Quorum.One(key));
        witnesses.add(new Witness(words.get(1), key, address(words, 3)));
    }

    private void group(List<String> words) {
        require(words.size() >= 4, "heeft niet de vorm group naam any|all|aantal naam...");
        List<Quorum> group = new ArrayList<>();
        for (String name : words.subList(3, words.size())) {
            group.add(defined(name));
            require(members.add(name), "noemt een lid dat al in een groep zit");
        }
        define(words.get(1), new Quorum.Group(threshold(words.get(2), group.size()), group));
    }

    private int threshold(String word, int count) {
        long threshold =
                switch (word) {
                    case "any" -> 1;
                    case "all" -> count;
                    default -> StrictText.number(word).orElse(0);
                };
        require(threshold >= 1 && threshold <= count, "vraagt een aantal dat de groep niet heeft");
        return (int) threshold;
    }

    private void quorum(List<String> words) {
        require(words.size() == 2, "heeft niet de vorm quorum naam");
        require(quorum == null, "is een tweede regel met quorum");
        quorum = words.get(1).equals("none") ? new Quorum.Nobody() : defined(words.get(1));
    }

    private void define(String name, Quorum meaning) {
        require(!name.equals("none"), "geeft iets de naam none");
        require(named.size() < 2 * MAX_EACH, "noemt een getuige of groep te veel");
        require(named.put(name, meaning) == null, "geeft een naam die er al is");
    }

    private Quorum defined(String name) {
        return Optional.ofNullable(named.get(name))
                .orElseThrow(() -> wrong("noemt een naam die in geen eerdere regel staat"));
    }

    private VerificationKey key(String word) {
        try {
            return StrictText.utf8(word.getBytes(StandardCharsets.ISO_8859_1))
                    .map(VerificationKey::read)
                    .orElseThrow(() -> wrong("heeft een sleutel die geen geldige UTF-8 is"));
        } catch (EvidenceRejected e) {
            throw wrong("heeft een fout: " + e.reason());
        }
    }

    private Optional<URI> address(List<String> words, int place) {
        if (words.size() <= place) {
            return Optional.empty();
        }
        try {
            require(ADDRESS.matcher(words.get(place)).matches(), "heeft een adres dat niet met http begint");
            return Optional.of(URI.create(words.get(place)));
        } catch (IllegalArgumentException e) {
            throw wrong("heeft een adres van een andere vorm");
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw wrong(otherwise);
        }
    }

    private EvidenceRejected wrong(String what) {
        return new EvidenceRejected("regel " + line + " van het beleid " + what);
    }
}
