package nl.schakel.delivery;

import java.util.List;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.problem.Refusal;

/** Why a delivery as a whole was not taken. */
public abstract sealed class DeliveryRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private DeliveryRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /** The content is none of the known formats. */
    public static final class UnknownFormat extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public UnknownFormat() {
            super(Kind.INVALID, "onbekend-bestandsformaat");
        }
    }

    /** The file holds nothing. */
    public static final class EmptyFile extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public EmptyFile() {
            super(Kind.INVALID, "leeg-bestand");
        }
    }

    /** The file breaks off or is not XML or CSV after all. */
    public static final class NotWellFormed extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** @param line where reading stopped, from 1; 0 where unknown */
        public NotWellFormed(long line) {
            super(Kind.INVALID, "bestand-onleesbaar");
            fact("regel", line);
        }
    }

    /** The bytes are not text in the declared character set, or the set is not allowed. */
    public static final class WrongEncoding extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** @param line where reading stopped, from 1; 0 where unknown */
        public WrongEncoding(long line) {
            super(Kind.INVALID, "tekenset-onjuist");
            fact("regel", line);
        }
    }

    /** The XML has a document type, which no exchange format needs and which attacks need. */
    public static final class DocumentType extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public DocumentType() {
            super(Kind.INVALID, "xml-met-doctype");
        }
    }

    /** The XML is nested too deeply, or an element has too many attributes or too long a text. */
    public static final class TooComplex extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** @param line where reading stopped, from 1; 0 where unknown */
        public TooComplex(long line) {
            super(Kind.INVALID, "xml-te-ingewikkeld");
            fact("regel", line);
        }
    }

    /** More bytes than allowed. */
    public static final class TooLarge extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** @param limit largest number of bytes */
        public TooLarge(long limit) {
            super(Kind.TOO_LARGE, "bestand-te-groot");
            fact("grensInBytes", limit);
        }
    }

    /** More rows than allowed. */
    public static final class TooManyRows extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** @param limit largest number of rows */
        public TooManyRows(int limit) {
            super(Kind.TOO_LARGE, "te-veel-regels");
            fact("grensInRegels", limit);
        }
    }

    /** The file is of another school than the one signed in. */
    public static final class OtherSchool extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts: the other school is not named. */
        public OtherSchool() {
            super(Kind.FORBIDDEN, "bestand-van-andere-school");
        }
    }

    /** The head of the file is wrong, so its rows mean nothing. */
    public static final class HeaderWrong extends DeliveryRefused {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        /** @param faults all that is wrong, in file order; at least one */
        public HeaderWrong(List<Fault> faults) {
            super(Kind.INVALID, "kop-onjuist");
            this.faults = List.copyOf(faults);
        }

        @Override
        public List<Fault> faults() {
            return faults;
        }
    }

    /** A file that was declared blind still holds what must not leave the school. */
    public static final class NotStripped extends DeliveryRefused {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        /** @param faults the first place, without what stands there */
        public NotStripped(List<Fault> faults) {
            super(Kind.INVALID, "bestand-niet-ontdaan");
            this.faults = List.copyOf(faults);
        }

        @Override
        public List<Fault> faults() {
            return faults;
        }
    }

    /** A CSV file does not say its school year, and the request did not either. */
    public static final class YearNotDeclared extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public YearNotDeclared() {
            super(Kind.INVALID, "schooljaar-niet-opgegeven");
        }
    }

    /** The request has no usable {@code Idempotency-Key}. */
    public static final class KeyUnusable extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public KeyUnusable() {
            super(Kind.INVALID, "verzendsleutel-onjuist");
        }
    }

    /** A query parameter or form field has a wrong form, or the file is missing from the form. */
    public static final class FieldWrong extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** @param field the name of the field in the contract */
        public FieldWrong(String field) {
            super(Kind.INVALID, "gegeven-onjuist");
            fact("veld", field);
        }
    }

    /** Another file was received before under the same key. */
    public static final class KeyReused extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public KeyReused() {
            super(Kind.CONFLICT, "verzendsleutel-al-gebruikt");
        }
    }

    /** The line broke before the file was complete; nothing was stored. */
    public static final class Interrupted extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public Interrupted() {
            super(Kind.INVALID, "verzending-onderbroken");
        }
    }

    /** The file is right but holds no rows. */
    public static final class NoRows extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** @param part what the file could have carried */
        public NoRows(Part part) {
            super(Kind.INVALID, "bestand-zonder-regels");
            fact("soort", part.dutch());
        }
    }

    /** Social-emotional results come after the pupils to whom they belong. */
    public static final class PupilsFirst extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public PupilsFirst() {
            super(Kind.CONFLICT, "eerst-leerlingen");
        }
    }

    /** The school has no such delivery. */
    public static final class NotFound extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public NotFound() {
            super(Kind.NOT_FOUND, "levering-onbekend");
        }
    }

    /** The state of the delivery does not allow it. */
    public static final class StateForbids extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** @param now where the delivery stands
         * @param wanted where it would have gone */
        public StateForbids(DeliveryState now, DeliveryState wanted) {
            super(Kind.CONFLICT, "levering-in-andere-staat");
            fact("status", now.dutch());
            fact("gewenst", wanted.dutch());
        }
    }

    /** Rows of the delivery have been released; withdrawing is no longer possible. */
    public static final class Released extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts: studies are not named to a school here. */
        public Released() {
            super(Kind.CONFLICT, "levering-al-vrijgegeven");
        }
    }

    /** Something in a report of changed numbers is wrong; nothing of it was recorded. */
    public static final class NumberChangesWrong extends DeliveryRefused {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        /** @param faults at least one; all of the report together, without a number */
        public NumberChangesWrong(List<Fault> faults) {
            super(Kind.INVALID, "nummerwijziging-onjuist");
            this.faults = List.copyOf(faults);
            fact("aantalFouten", faults.size());
        }

        @Override
        public List<Fault> faults() {
            return faults;
        }
    }

    /** More changed numbers in one report than are taken at once. */
    public static final class TooManyNumberChanges extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** @param most how many are taken at once */
        public TooManyNumberChanges(int most) {
            super(Kind.TOO_LARGE, "te-veel-nummerwijzigingen");
            fact("meest", most);
        }
    }

    /** The school has reported no such change. */
    public static final class NumberChangeUnknown extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public NumberChangeUnknown() {
            super(Kind.NOT_FOUND, "nummerwijziging-onbekend");
        }
    }

    /** A linkage run has used the change, so it stays. */
    public static final class NumberChangeSettled extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public NumberChangeSettled() {
            super(Kind.CONFLICT, "nummerwijziging-definitief");
        }
    }

    /** A linkage run is using the change at this moment. */
    public static final class LinkageRunning extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public LinkageRunning() {
            super(Kind.BUSY, "koppeling-loopt");
        }
    }
}
