package nl.schakel.pseudonym.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;
import nl.schakel.pseudonym.KeyId;
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
        custodians.take(known, act, keys);
        spec.commandLine()
                .getOut()
                .println((custodians.rehearsal() ? "Oefening vastgelegd: " : "Gedaan en vastgelegd: ") + act.code());
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
        Close() {
            super(KeyAct.CLOSE);
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
