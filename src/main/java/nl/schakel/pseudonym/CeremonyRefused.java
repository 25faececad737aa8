package nl.schakel.pseudonym;

import java.util.List;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.problem.Refusal;

/** Why a step of key care is not taken. */
public abstract sealed class CeremonyRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private CeremonyRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /** What was sent is not a step. */
    public static final class NotAStep extends CeremonyRefused {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        /** @param faults everything that is wrong */
        public NotAStep(List<Fault> faults) {
            super(Kind.INVALID, "sleutelhandeling-onjuist");
            this.faults = List.copyOf(faults);
        }

        @Override
        public List<Fault> faults() {
            return faults;
        }
    }

    /** There is no such step of the custodian's holder. */
    public static final class UnknownStep extends CeremonyRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public UnknownStep() {
            super(Kind.NOT_FOUND, "sleutelhandeling-onbekend");
        }
    }

    /** One custodian proposed and would confirm. */
    public static final class SameCustodian extends CeremonyRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public SameCustodian() {
            super(Kind.FORBIDDEN, "zelfde-sleutelbewaarder");
        }
    }

    /** The step was confirmed or rejected already. */
    public static final class AlreadySettled extends CeremonyRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public AlreadySettled() {
            super(Kind.CONFLICT, "sleutelhandeling-afgedaan");
        }
    }

    /** The second custodian came too late. */
    public static final class Expired extends CeremonyRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public Expired() {
            super(Kind.GONE, "sleutelhandeling-verlopen");
        }
    }

    /** The key cannot go from its state into the one that the step leads to. */
    public static final class WrongState extends CeremonyRefused {
        private static final long serialVersionUID = 1L;

        /** @param state the state it is in */
        public WrongState(KeyId key, KeyState state) {
            super(Kind.CONFLICT, "sleutelstaat-past-niet");
            fact("sleutel", key.value());
            fact("staat", state.name());
        }
    }

    /** The holder is suspended already, or was not suspended, or cannot be. */
    public static final class WrongHolderState extends CeremonyRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public WrongHolderState() {
            super(Kind.CONFLICT, "schorsing-past-niet");
        }
    }

    /** A key of this name is known with another check value. */
    public static final class OtherKey extends CeremonyRefused {
        private static final long serialVersionUID = 1L;

        /** @param key its name */
        public OtherKey(KeyId key) {
            super(Kind.CONFLICT, "sleutel-bestaat-al");
            fact("sleutel", key.value());
        }
    }

    /** No key of this name is known. */
    public static final class UnknownKey extends CeremonyRefused {
        private static final long serialVersionUID = 1L;

        /** @param key its name */
        public UnknownKey(KeyId key) {
            super(Kind.NOT_FOUND, "sleutelnaam-onbekend");
            fact("sleutel", key.value());
        }
    }

    /** What is stored cannot do without the key. */
    public static final class StillNeeded extends CeremonyRefused {
        private static final long serialVersionUID = 1L;

        /** @param key its name */
        public StillNeeded(KeyId key) {
            super(Kind.CONFLICT, "sleutel-nog-nodig");
            fact("sleutel", key.value());
        }
    }

    /** The service's store holds other keys than the custodians state. */
    public static final class Differ extends CeremonyRefused {
        private static final long serialVersionUID = 1L;

        /** @param keys the names of those that are missing or differ */
        public Differ(List<KeyId> keys) {
            super(Kind.CONFLICT, "controlewaarden-wijken-af");
            fact("sleutels", keys.stream().map(KeyId::value).toList());
        }
    }
}
