package nl.schakel.account.page;

import nl.schakel.account.AccountRefused;
import nl.schakel.account.PasswordRule;
import nl.schakel.platform.web.Page;

/** The fields {@code nieuw} and {@code herhaald} of every form that sets a password. */
final class PasswordFields {
    private static final String PROBLEM = "account.probleem.";

    private PasswordFields() {}

    /** Says what can be seen to be wrong before anything is done. */
    static void check(Page page, String password, String again) {
        if (password.codePointCount(0, password.length()) < PasswordRule.SHORTEST) {
            page.fault("nieuw", PROBLEM + "wachtwoord-niet-geschikt.uitleg");
        } else if (!password.equals(again)) {
            page.fault("herhaald", "account.fout.niet-gelijk");
        }
    }

    /** Says why a password or code was refused. @throws AccountRefused where the form is not the cause */
    static void fault(Page page, AccountRefused refused) {
        if (refused instanceof AccountRefused.UnfitPassword || refused instanceof AccountRefused.PasswordHoldsName) {
            page.fault("nieuw", PROBLEM + refused.slug() + ".uitleg");
        } else if (refused instanceof AccountRefused.CodeNotRecognized) {
            page.fault("code", PROBLEM + "code-onjuist.uitleg");
        } else if (refused instanceof AccountRefused.NotRecognized) {
            page.fault("huidig", "account.fout.huidig-onjuist");
        } else if (refused instanceof AccountRefused.TooManyAttempts) {
            page.fault("huidig", PROBLEM + "te-veel-pogingen.uitleg");
        } else {
            throw refused;
        }
    }
}
