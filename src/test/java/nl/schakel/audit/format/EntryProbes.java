package nl.schakel.audit.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of another form in a log that is signed as it should be: the service itself wrote them. */
final class EntryProbes {
    private static final Map<String, List<String>> TEXTS = texts();

    private EntryProbes() {}

    private static Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put(
                "act",
                List.of(
                        "",
                        "login",
                        "Account.sign-in",
                        "account.sign_in",
                        "account..in",
                        "a.b-",
                        "a." + "b".repeat(300)));
        texts.put("actor", List.of("", "jan", "A".repeat(64), "0".repeat(63), "0".repeat(65)));
        texts.put(
                "id", List.of("", "00000000-0000-4000-8000-000000000000", "019ab000-0000-7000-c000-000000000000", "x"));
        texts.put("kind", List.of("", "ACT", "xyz", "act "));
        texts.put("obj", List.of("", "/x", "Jan", "account/", "account/a b", "account//1", "account/é"));
        texts.put("org", List.of("", "net 1", "x".repeat(101), "é"));
        texts.put("priv", List.of("", "g".repeat(64), "0".repeat(63)));
        texts.put("purpose", List.of("", "urn:schakel:verwerking:x", "urn:schakel:verwerking:x:0", "urn:x:y:1"));
        texts.put("res", List.of("", "OK", "fine"));
        texts.put("span", List.of("", "0".repeat(16), "1".repeat(15), "G".repeat(16)));
        texts.put("sub", List.of("", "999999990", "0".repeat(65)));
        texts.put("t", List.of("", "2026-11-22", "2026-11-22T09:00:01Z", "2026-11-22T09:00:01.123+00:00"));
        texts.put("trace", List.of("", "0".repeat(32), "1".repeat(31)));
        return texts;
    }

    static List<Probe> all() {
        List<Probe> probes = new ArrayList<>();
        for (Map.Entry<String, List<String>> member : TEXTS.entrySet()) {
            String name = member.getKey();
            for (String wrong : member.getValue()) {
                probes.add(act(name + " is " + wrong, "LB-13", entry().with(name, wrong)));
            }
            probes.add(act(name + " is a number", "LB-13", entry().with(name, 1.0)));
            probes.add(act("without " + name, name.equals("kind") ? "LB-13" : "LB-12", entry().without(name)));
        }
        others(probes);
        operations(probes);
        spelled(probes);
        return probes;
    }

    private static AnEntry entry() {
        return AnEntry.act(3, "act", "account.sign-in", "account/1").by(1);
    }

    private static Probe act(String name, String code, AnEntry entry) {
        return Probe.of("entry: " + name, ABundle.ofADay().replace(3, entry).text(), code);
    }

    private static void others(List<Probe> probes) {
        probes.add(act("v is 2", "LB-13", entry().with("v", 2.0)));
        probes.add(act("v is text", "LB-13", entry().with("v", "1")));
        probes.add(act("without v", "LB-12", entry().without("v")));
        probes.add(act("a member more", "LB-12", entry().with("name", "x")));
        probes.add(act("a member with a name of the language", "LB-12", entry().with("__proto__", "x")));
        probes.add(act("a member of an operation", "LB-12", entry().with("lines", 1.0)));
        probes.add(act("res is null", "LB-13", entry().with("res", null)));
        probes.add(act("obj is an object", "LB-13", entry().with("obj", Map.of("a", 1.0))));
        probes.add(act("sub is a list", "LB-13", entry().with("sub", List.of())));
        probes.add(act("the moment of another entry", "LB-14", entry().with("t", "2026-11-22T09:00:04.123Z")));
        probes.add(act("a day that is none", "LB-14", entry().with("t", "2026-02-30T09:00:03.123Z")));
        probes.add(act("an identifier that stands there already", "LB-15", AnEntry.act(1, "act", "log.read", "log")));
        probes.add(act("too long", "LB-10", entry().with("org", "x".repeat(1 << 16))));
        probes.add(act("a line longer than any", "LB-02", entry().with("org", "x".repeat(LineReader.LONGEST))));
    }

    private static void operations(List<Probe> probes) {
        Map<String, @Nullable Object> wrong = new LinkedHashMap<>();
        wrong.put("end", -1.0);
        wrong.put("lines", 3.5);
        wrong.put("name", "");
        wrong.put("parent", "0".repeat(16));
        wrong.put("root", "x");
        wrong.put("spans", "x");
        wrong.put("start", "0");
        wrong.put("status", "ok");
        wrong.put("sub", "0".repeat(64));
        wrong.put("subtype", "x");
        wrong.forEach((name, value) -> {
            probes.add(operation(name, AnEntry.operation(2, 3).with(name, value), "LB-13"));
            probes.add(operation("without " + name, AnEntry.operation(2, 3).without(name), "LB-12"));
        });
        AnEntry early = AnEntry.operation(2, 3).with("t", "2026-11-22T09:00:02.122Z");
        probes.add(operation("written before it began", early, "LB-14"));
        probes.add(operation("with an actor", AnEntry.operation(2, 3).with("actor", null), "LB-12"));
        probes.add(operation("with 2^53 lines", AnEntry.operation(2, 3).with("lines", (double) (1L << 53)), "LB-13"));
        probes.add(operation("with another root", AnEntry.operation(2, 3).with("root", "0".repeat(64)), "LB-24"));
        probes.add(operation("with another count", AnEntry.operation(2, 3).with("lines", 4.0), "LB-23"));
    }

    private static Probe operation(String name, AnEntry entry, String code) {
        return Probe.of("operation: " + name, ABundle.ofADay().replace(2, entry).text(), code);
    }

    /** Texts that mean the same and are not canonical, in an entry without attachments. */
    private static void spelled(List<Probe> probes) {
        String right = ABundle.ofADay().entry(0).text();
        Map<String, String> other = new LinkedHashMap<>();
        other.put("spaces", right.replace(":", ": "));
        other.put("another order", "{\"v\":1," + right.substring(1).replace(",\"v\":1", ""));
        other.put("a member twice", right.replace(",\"v\":1}", ",\"v\":1,\"v\":1}"));
        other.put("a number with a fraction", right.replace("\"v\":1}", "\"v\":1.0}"));
        other.put("a number with an exponent", right.replace("\"v\":1}", "\"v\":1e0}"));
        other.put("a letter escaped", right.replace("\"service\"", "\"servic\\u0065\""));
        other.put("a slash escaped", right.replace("net/", "net\\/"));
        other.put("half a surrogate pair", right.replace("\"service\"", "\"\\ud800\""));
        other.put("no object", "[" + right + "]");
        other.put("no end", right.substring(0, right.length() - 1));
        other.put("more after the end", right + "{}");
        other.put("minus zero", right.replace("\"v\":1}", "\"v\":-0}"));
        other.put("deep", right.replace("\"v\":1}", "\"v\":" + "[".repeat(40) + "]".repeat(40) + "}"));
        other.put("no value", right.replace("\"v\":1}", "\"v\":}"));
        other.put("a word that is none", right.replace("\"v\":1}", "\"v\":True}"));
        int line = 5;
        other.forEach((name, text) -> probes.add(Probe.of(
                "spelling: " + name,
                new Lines(ABundle.ofADay().text()).change(line, old -> text).text(),
                name.equals("no object") ? "LB-02" : "LB-11")));
    }
}
