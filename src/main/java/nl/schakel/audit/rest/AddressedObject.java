package nl.schakel.audit.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.schakel.audit.CurrentObject;

/**
 * The object that an address names: {@code /api/v1/leveringen/<uuid>/intrekking} is {@code delivery/<uuid>}. Only known
 * names of resources and UUIDs get through, so that nothing typed stands in the log.
 */
final class AddressedObject {
    private static final Set<String> BEFORE = Set.of("", "api", "v1", "portaal");
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("leveringen", "delivery"),
            Map.entry("nummerwijzigingen", "number-change"),
            Map.entry("inzageverzoeken", "look-up"),
            Map.entry("inzage", "look-up"),
            Map.entry("bezwaren", "objection"),
            Map.entry("toestemmingen", "consent"),
            Map.entry("registerleveringen", "register"),
            Map.entry("registers", "register"),
            Map.entry("koppelingen", "linkage"),
            Map.entry("onderzoeken", "study"),
            Map.entry("extracten", "extract"),
            Map.entry("vrijgaven", "release"),
            Map.entry("accounts", "account"),
            Map.entry("sleutels", "token"),
            Map.entry("sleutelhandelingen", "key-step"),
            Map.entry("handelingen", "key-step"),
            Map.entry("logboek", "log"),
            Map.entry("verwerkingsactiviteiten", "activity-register"));
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private AddressedObject() {}

    /** Kinds with their identifiers, up to the first part of the path that is neither. */
    static String of(String path) {
        List<String> parts = new ArrayList<>();
        boolean afterKind = false;
        for (String part : path.split("/", -1)) {
            if (KINDS.containsKey(part)) {
                parts.add(parts.isEmpty() && part.equals("sleutels") ? "key" : KINDS.get(part));
                afterKind = true;
            } else if (afterKind && ID.matcher(part).matches()) {
                parts.add(part.toLowerCase(Locale.ROOT));
                afterKind = false;
            } else if (!parts.isEmpty() || !BEFORE.contains(part)) {
                break;
            }
        }
        return parts.isEmpty() ? CurrentObject.SERVICE : String.join("/", parts);
    }
}
