package nl.schakel.audit;

import java.util.List;
import nl.schakel.platform.problem.Refusal;

/** Why an actor is turned away before any use case begins. */
public abstract sealed class AuditRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private AuditRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /** Nobody is signed in, or the token or session has ended. */
    public static final class NotSignedIn extends AuditRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public NotSignedIn() {
            super(Kind.UNAUTHENTICATED, "niet-aangemeld");
        }
    }

    /** The actor lacks the role that this use case needs. */
    public static final class NotAllowed extends AuditRefused {
        private static final long serialVersionUID = 1L;

        /** @param needed the role that would have been allowed */
        public NotAllowed(Role needed) {
            super(Kind.FORBIDDEN, "geen-recht");
            fact("rol", needed.name());
        }
    }

    /** Neither trace, activity nor subject was named: the processing log is never read as a whole. */
    public static final class FilterMissing extends AuditRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public FilterMissing() {
            super(Kind.INVALID, "zoekvraag-te-ruim");
        }
    }

    /** A subject was named in an address, which proxies and browsers keep. */
    public static final class SubjectInAddress extends AuditRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public SubjectInAddress() {
            super(Kind.INVALID, "betrokkene-in-adres");
        }
    }

    /** What somebody asked of the log cannot be asked. */
    public static final class WrongFilter extends AuditRefused {
        private static final long serialVersionUID = 1L;

        /** @param fields the fields that are wrong, by name */
        public WrongFilter(List<String> fields) {
            super(Kind.INVALID, "filter-onjuist");
            fact("velden", List.copyOf(fields));
        }
    }

    /** The log does not keep up, so that nothing leaves the service for now. */
    public static final class LogBehind extends AuditRefused {
        private static final long serialVersionUID = 1L;

        /** The fact: after how many minutes of waiting nothing leaves. */
        public LogBehind() {
            super(Kind.BUSY, "logboek-loopt-achter");
            fact("minuten", KeptLog.LONGEST_WAIT.toMinutes());
        }
    }

    /** The entries of what is asked for do not stand in a signed checkpoint yet. */
    public static final class NotSealed extends AuditRefused {
        private static final long serialVersionUID = 1L;

        private static final int WAIT = 2;

        /** The fact: after how many seconds to ask again. */
        public NotSealed() {
            super(Kind.BUSY, "nog-niet-verzegeld");
            fact("wachtSeconden", WAIT);
        }
    }
}
