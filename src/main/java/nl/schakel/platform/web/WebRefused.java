package nl.schakel.platform.web;

import nl.schakel.platform.problem.Refusal;

/** Why a form is turned away before any feature sees it. */
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
}
