package nl.schakel.register;

import java.util.List;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.problem.Refusal;

/** Why a register delivery was not loaded; nothing of it is. */
public abstract sealed class RegisterRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private RegisterRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /** The manifest is missing, unreadable or contradicts itself. */
    public static final class ManifestWrong extends RegisterRefused {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        /** @param faults all that is wrong; at least one */
        public ManifestWrong(List<Fault> faults) {
            super(Kind.INVALID, "manifest-onjuist");
            this.faults = List.copyOf(faults);
        }

        @Override
        public List<Fault> faults() {
            return faults;
        }
    }

    /** The files that came are not those of the manifest, or stand in another order. */
    public static final class FilesDiffer extends RegisterRefused {
        private static final long serialVersionUID = 1L;

        /** @param position which file of the manifest was expected, from 1 */
        public FilesDiffer(int position) {
            super(Kind.INVALID, "bestanden-anders-dan-manifest");
            fact("positie", position);
        }
    }

    /** A file has another number of rows than the manifest says. */
    public static final class CountDiffers extends RegisterRefused {
        private static final long serialVersionUID = 1L;

        /** Facts: type of the file, rows announced and rows read. */
        public CountDiffers(FileType type, long announced, long read) {
            super(Kind.INVALID, "aantal-rijen-anders");
            fact("bestand", type.name());
            fact("aangekondigd", announced);
            fact("gelezen", read);
        }
    }

    /** The bytes of a file are not those of which the manifest holds the digest. */
    public static final class DigestDiffers extends RegisterRefused {
        private static final long serialVersionUID = 1L;

        /** @param type of the file */
        public DigestDiffers(FileType type) {
            super(Kind.INVALID, "bestand-beschadigd");
            fact("bestand", type.name());
        }
    }

    /** Rows of a file break rules. */
    public static final class RowsWrong extends RegisterRefused {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        /**
         * @param faults the first ones
         * @param count how many there are in all
         */
        public RowsWrong(FileType type, List<Fault> faults, long count) {
            super(Kind.INVALID, "registerbestand-onjuist");
            this.faults = List.copyOf(faults);
            fact("bestand", type.name());
            fact("fouten", count);
        }

        @Override
        public List<Fault> faults() {
            return faults;
        }
    }

    /** A file names persons twice that it may name once. */
    public static final class PersonsTwice extends RegisterRefused {
        private static final long serialVersionUID = 1L;

        /** Facts: type of the file and how many persons. */
        public PersonsTwice(FileType type, long persons) {
            super(Kind.INVALID, "personen-dubbel");
            fact("bestand", type.name());
            fact("personen", persons);
        }
    }

    /** A file is not UTF-8 text in CSV. */
    public static final class FileUnreadable extends RegisterRefused {
        private static final long serialVersionUID = 1L;

        /** @param line where reading stopped, from 1 */
        public FileUnreadable(FileType type, long line) {
            super(Kind.INVALID, "registerbestand-onleesbaar");
            fact("bestand", type.name());
            fact("regel", line);
        }
    }

    /** The upload broke off, or is not a multipart body. */
    public static final class UploadBroken extends RegisterRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public UploadBroken() {
            super(Kind.INVALID, "registerlevering-afgebroken");
        }
    }
}
