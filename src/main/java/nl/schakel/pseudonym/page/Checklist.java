package nl.schakel.pseudonym.page;

import java.util.ArrayList;
import java.util.List;
import nl.schakel.platform.web.Texts;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;

/**
 * A ceremony on paper: what to do, line by line, with a box and the names of two custodians.
 *
 * @param command what to type
 */
public record Checklist(
        KeyAct act, Holder holder, List<String> before, List<String> steps, List<String> after, String command) {
    private static final String WHO =
            " \\\n  --url https://… --token-bestand eerste.token --token-bestand tweede.token";

    static Checklist of(KeyAct act, Holder holder, Texts texts) {
        String files = act.ofHolder() || told(act)
                ? ""
                : " \\\n  --kluis " + holder.code() + ".bcfks --wachtzin-bestand " + holder.code() + ".wachtzin";
        String command = "schakel keys " + verb(act) + " --houder " + holder.code() + files + more(act) + WHO;
        return new Checklist(
                act,
                holder,
                lines(texts, "pseudonym.draaiboek.voor."),
                lines(texts, "pseudonym.draaiboek." + act.code() + "."),
                lines(texts, "pseudonym.draaiboek.na."),
                command);
    }

    private static List<String> lines(Texts texts, String prefix) {
        List<String> lines = new ArrayList<>();
        while (texts.find(prefix + (lines.size() + 1)).isPresent()) {
            lines.add(texts.text(prefix + (lines.size() + 1)));
        }
        return lines;
    }

    private static boolean told(KeyAct act) {
        return act.ofStoredValues() || act == KeyAct.ACTIVATE || act == KeyAct.DEACTIVATE || act == KeyAct.COMPROMISE;
    }

    private static String verb(KeyAct act) {
        return switch (act) {
            case CREATE -> "create";
            case ACTIVATE -> "activate";
            case ROTATE -> "rotate";
            case OPEN -> "open";
            case CLOSE -> "close";
            case SUSPEND -> "suspend";
            case RESUME -> "resume";
            case DEACTIVATE -> "deactivate";
            case COMPROMISE -> "compromise";
            case DESTROY -> "destroy";
            case VERIFY -> "verify";
            case SPLIT -> "split";
            case RECOVER -> "recover";
        };
    }

    private static String more(KeyAct act) {
        return switch (act) {
            case SPLIT -> " \\\n  --reserve reserve.bcfks --deel deel-1.txt --deel deel-2.txt --deel deel-3.txt";
            case RECOVER -> " \\\n  --reserve reserve.bcfks --deel deel-1.txt --deel deel-2.txt";
            case SUSPEND, RESUME, VERIFY -> "";
            case CLOSE -> " \\\n  --personen … --met-besluit …";
            case CREATE, ACTIVATE, ROTATE, OPEN, DEACTIVATE, COMPROMISE, DESTROY -> " SLEUTEL…";
        };
    }
}
