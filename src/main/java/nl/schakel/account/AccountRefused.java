package nl.schakel.account;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.schakel.audit.Role;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.problem.Refusal;

/** Why somebody cannot sign in, or an account cannot be made, changed or used. */
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

    /** A new password holds the username. */
    public static final class PasswordHoldsName extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public PasswordHoldsName() {
            super(Kind.INVALID, "wachtwoord-bevat-naam");
        }
    }

    /** A one-time code is unknown, used, replaced by a newer one or expired; the answer does not tell which. */
    public static final class CodeNotRecognized extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public CodeNotRecognized() {
            super(Kind.UNAUTHENTICATED, "code-onjuist");
        }
    }

    /** There is no such account. */
    public static final class UnknownAccount extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public UnknownAccount() {
            super(Kind.NOT_FOUND, "account-onbekend");
        }
    }

    /** The username belongs to another account. */
    public static final class UsernameTaken extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public UsernameTaken() {
            super(Kind.CONFLICT, "gebruikersnaam-bezet");
        }
    }

    /** What was sent does not describe an account. */
    public static final class NotAnAccount extends AccountRefused {
        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        /** @param faults everything that is wrong */
        public NotAnAccount(List<Fault> faults) {
            super(Kind.INVALID, "account-onvolledig");
            this.faults = List.copyOf(faults);
        }

        @Override
        public List<Fault> faults() {
            return faults;
        }
    }

    /** One account may not hold these roles together. */
    public static final class RolesApart extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** @param roles those that were asked for */
        public RolesApart(Set<Role> roles) {
            super(Kind.CONFLICT, "rollen-niet-samen");
            fact("rollen", roles.stream().map(Role::name).sorted().toList());
        }
    }

    /** An operator cannot administer the own account. */
    public static final class OwnAccount extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public OwnAccount() {
            super(Kind.FORBIDDEN, "eigen-account");
        }
    }

    /** Without this account nobody could administer accounts any more. */
    public static final class LastOperator extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public LastOperator() {
            super(Kind.CONFLICT, "laatste-beheerder");
        }
    }

    /** The account is disabled. */
    public static final class Disabled extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public Disabled() {
            super(Kind.CONFLICT, "account-uitgeschakeld");
        }
    }

    /** A person's token was asked of somebody else, or a machine's password. */
    public static final class WrongKind extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** @param machine whether the account belongs to a machine */
        public WrongKind(boolean machine) {
            super(Kind.CONFLICT, "account-van-andere-soort");
            fact("machine", machine);
        }
    }

    /** A token would be valid too long or not at all, or its label is too long. */
    public static final class UnfitToken extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** The bounds are the facts. */
        public UnfitToken() {
            super(Kind.INVALID, "sleutel-niet-geschikt");
            fact("langsteDagen", TokenWish.LONGEST_DAYS);
            fact("langsteOmschrijving", TokenWish.LONGEST_LABEL);
        }
    }

    /** The account has no such token, or it was revoked before. */
    public static final class UnknownToken extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public UnknownToken() {
            super(Kind.NOT_FOUND, "sleutel-onbekend");
        }
    }

    /** What is wrong with the answer of a provider. */
    public enum AnswerFault {
        /** It cannot be read. */
        FORM,
        /** It answers a question of another browser, or none at all. */
        STATE,
        /** It was used before, or too long ago. */
        REPLAY,
        /** The provider or the person said no. */
        DECLINED,
        /** Another provider says that it answers. */
        ISSUER,
        /** The provider does not take its code. */
        CODE,
        /** The identity token is not for this question, not for this service, not in time or not signed by the provider. */
        TOKEN,
        /** A claim has another form. */
        CLAIMS
    }

    /** The answer of a provider proves nothing. */
    public static final class AnswerRefused extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** @param fault what is wrong with it */
        public AnswerRefused(AnswerFault fault) {
            super(Kind.UNAUTHENTICATED, "inlogantwoord-geweigerd");
            fact("fout", fault.name());
        }
    }

    /** No provider has that name. */
    public static final class UnknownProvider extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public UnknownProvider() {
            super(Kind.NOT_FOUND, "inlogdienst-onbekend");
        }
    }

    /** A provider cannot be reached, or says about itself what cannot be trusted. */
    public static final class ProviderSilent extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public ProviderSilent() {
            super(Kind.BUSY, "inlogdienst-niet-bereikbaar");
        }
    }

    /** The account needs a second factor and the provider does not say that one was used. */
    public static final class SecondFactorNeeded extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public SecondFactorNeeded() {
            super(Kind.FORBIDDEN, "tweede-factor-nodig");
        }
    }

    /** The provider names another school, or an organisation or entitlement that is not let in. */
    public static final class OtherOrganisation extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public OtherOrganisation() {
            super(Kind.FORBIDDEN, "andere-organisatie");
        }
    }

    /** The account of an identity is disabled. */
    public static final class Closed extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public Closed() {
            super(Kind.FORBIDDEN, "account-gesloten");
        }
    }

    /** The identity belongs to an account, or the account has another identity at this provider. */
    public static final class AlreadyBound extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public AlreadyBound() {
            super(Kind.CONFLICT, "al-gekoppeld");
        }
    }

    /** The account has no such identity. */
    public static final class UnknownBinding extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public UnknownBinding() {
            super(Kind.NOT_FOUND, "koppeling-onbekend");
        }
    }

    /** What should name a program is no subject of a token. */
    public static final class UnfitSubject extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public UnfitSubject() {
            super(Kind.INVALID, "onderwerp-niet-geschikt");
        }
    }

    /** People sign in at a provider only. */
    public static final class PasswordsOff extends AccountRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public PasswordsOff() {
            super(Kind.FORBIDDEN, "wachtzin-uit");
        }
    }
}
