package nl.schakel.platform.web;

import nl.schakel.platform.problem.Refusal;

/** Why a request ends for a reason that is no feature's. */
public abstract sealed class WebRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private WebRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /** The body is no complete multipart form, has a field longer than 4 KiB, or holds no file where one is needed. */
    public static final class FormUnreadable extends WebRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public FormUnreadable() {
            super(Kind.INVALID, "formulier-onleesbaar");
        }
    }

    /** Another request held the same rows, and was held up by this one; sent again it succeeds. */
    public static final class Crossed extends WebRefused {
        private static final long serialVersionUID = 1L;

        /** Nothing was stored. */
        public Crossed() {
            super(Kind.BUSY, "gelijktijdig-verzoek");
            fact("wachtSeconden", 1);
        }
    }
}
