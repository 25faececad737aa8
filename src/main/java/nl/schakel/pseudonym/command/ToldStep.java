package nl.schakel.pseudonym.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyWish;
import nl.schakel.pseudonym.LostPersons;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A step that changes no file: two custodians tell the service, which does it. */
abstract class ToldStep implements Runnable {
    private final KeyAct act;

    @Mixin
    private Custodians custodians = new Custodians();

    @Option(names = "--houder", required = true, description = "De sleutelhouder: a, b of log.")
    private String holder = "";

    @Parameters(
            paramLabel = "SLEUTEL",
            arity = "0..50",
            description = "De sleutels; geen bij suspend, resume en close.")
    private List<String> names = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ToldStep(KeyAct act) {
        this.act = act;
    }

    @Override
    public final void run() {
        custodians.requireService();
        Holder known = Holder.parse(holder).orElseThrow(() -> new CeremonyFailed("de houder is a, b of log"));
        Map<String, String> keys = new TreeMap<>();
        for (KeyId id : KeyNames.of(known, names)) {
            keys.put(id.value(), "");
        }
        if (keys.isEmpty() != act.ofHolder()) {
            throw new CeremonyFailed(act.ofHolder() ? "noem hierbij geen sleutel" : "noem de sleutel of sleutels");
        }
        List<String> becomes = custodians.tell(wish(custodians, keys));
        say((custodians.rehearsal() ? "Oefening vastgelegd: " : "Gedaan en vastgelegd: ") + act.code());
        if (becomes.size() == 1) {
            say("wordt: alleen een nieuwe keten, met " + becomes.get(0));
        } else if (!becomes.isEmpty()) {
            say("wordt: " + String.join(", ", becomes));
        }
    }

    /** What is proposed. */
    KeyWish wish(Custodians both, Map<String, String> keys) {
        return new KeyWish(act.code(), keys, both.rehearsal());
    }

    final void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** {@code schakel keys rotate}. */
    @Command(
            name = "rotate",
            aliases = "roteer",
            mixinStandardHelpOptions = true,
            description = "Zet over alle opgeslagen waarden een laag van de volgende koppelsleutel.")
    static final class Rotate extends ToldStep {
        Rotate() {
            super(KeyAct.ROTATE);
        }
    }

    /** {@code schakel keys open}. */
    @Command(
            name = "open",
            mixinStandardHelpOptions = true,
            description = "Begint een nieuwe reeks sleutels met deze koppelsleutel; de wissel blijft open.")
    static final class Open extends ToldStep {
        Open() {
            super(KeyAct.OPEN);
        }
    }

    /** {@code schakel keys close}. */
    @Command(
            name = "close",
            aliases = "sluit",
            mixinStandardHelpOptions = true,
            description = "Sluit de wissel: wist de waarden van de vorige reeks van wie niet is teruggezien.")
    static final class Close extends ToldStep {
        @Option(names = "--personen", description = "Zoveel personen zijn niet teruggezien en gaan verloren.")
        private @Nullable Long persons;

        @Option(names = "--met-besluit", description = "Zoveel van hen maakten bezwaar of weigerden toestemming.")
        private @Nullable Long decided;

        Close() {
            super(KeyAct.CLOSE);
        }

        /** Shows what would be lost before anything is asked, and goes no further until both numbers are stated. */
        @Override
        KeyWish wish(Custodians both, Map<String, String> keys) {
            if (both.rehearsal()) {
                return super.wish(both, keys);
            }
            LostPersons now = both.lost();
            say("Niet teruggezien: " + now.persons() + " personen, van wie " + now.decided()
                    + " bezwaar maakten of toestemming weigerden.");
            if (persons == null || decided == null || persons < 0 || decided < 0) {
                throw new CeremonyFailed(
                        "noem wat verloren gaat: --personen " + now.persons() + " --met-besluit " + now.decided());
            }
            return KeyWish.closing(new LostPersons(persons, decided));
        }
    }

    /** {@code schakel keys suspend}. */
    @Command(
            name = "suspend",
            aliases = "schors",
            mixinStandardHelpOptions = true,
            description = "De dienst gebruikt de sleutels van de houder meteen niet meer.")
    static final class Suspend extends ToldStep {
        Suspend() {
            super(KeyAct.SUSPEND);
        }
    }

    /** {@code schakel keys resume}. */
    @Command(
            name = "resume",
            aliases = "hervat",
            mixinStandardHelpOptions = true,
            description = "De dienst opent de kluis van de houder opnieuw en gebruikt haar weer.")
    static final class Resume extends ToldStep {
        Resume() {
            super(KeyAct.RESUME);
        }
    }

    /** {@code schakel keys activate}. */
    @Command(
            name = "activate",
            aliases = "activeer",
            mixinStandardHelpOptions = true,
            description = "Neemt nieuwe sleutels in gebruik die in de kluis van de dienst liggen.")
    static final class Activate extends ToldStep {
        Activate() {
            super(KeyAct.ACTIVATE);
        }
    }

    /** {@code schakel keys deactivate}. */
    @Command(
            name = "deactivate",
            aliases = "stop",
            mixinStandardHelpOptions = true,
            description = "Stelt sleutels buiten gebruik.")
    static final class Deactivate extends ToldStep {
        Deactivate() {
            super(KeyAct.DEACTIVATE);
        }
    }

    /** {@code schakel keys compromise}. */
    @Command(
            name = "compromise",
            aliases = "gelekt",
            mixinStandardHelpOptions = true,
            description = "Legt vast dat iemand de sleutels kan kennen die dat niet mag.")
    static final class Compromise extends ToldStep {
        Compromise() {
            super(KeyAct.COMPROMISE);
        }
    }
}
