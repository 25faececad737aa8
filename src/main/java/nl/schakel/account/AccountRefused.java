package nl.schakel.account;

import java.time.Duration;
import nl.schakel.platform.problem.Refusal;

/** Why somebody cannot sign in, or an account cannot be made. */
public abstract sealed class AccountRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private AccountRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /** Username and password do not belong together; the answer does not tell which of them is wrong. */
    public static final class NotRecognized extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public NotRecognized() {
            super(Kind.UNAUTHENTICATED, "aanmelding-onjuist");
        }
    }

    /** Too many failed tries for this account or from this address. */
    public static final class TooManyAttempts extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** @param wait after which a new try makes sense */
        public TooManyAttempts(Duration wait) {
            super(Kind.TOO_MANY, "te-veel-pogingen");
            fact("wachtSeconden", wait.toSeconds());
        }
    }

    /** A new password is shorter than 15 or longer than 128 characters. */
    public static final class UnfitPassword extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** The bounds are the facts. */
        public UnfitPassword() {
            super(Kind.INVALID, "wachtwoord-niet-geschikt");
            fact("minimaal", PasswordRule.SHORTEST);
            fact("maximaal", PasswordRule.LONGEST);
        }
    }
}
