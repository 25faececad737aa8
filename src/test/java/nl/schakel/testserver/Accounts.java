package nl.schakel.testserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The accounts that integration tests sign in with: two schools, and one or two people of every other role. */
public final class Accounts {
    /** One account; the passphrase and the token follow from the user name, so tests need no look-up. */
    public record Account(String user, String role, String brin) {
        /** The passphrase, long enough for the policy. */
        public String passphrase() {
            return "zin van " + user + " voor de test";
        }

        /** The API token. */
        public String token() {
            return "toets_" + user.replace("-", "") + "_" + "a".repeat(40);
        }
    }

    /** Everybody. */
    public static final List<Account> ALL = List.of(
            new Account("school-99aa", "SCHOOL", "99AA"),
            new Account("school-99bb", "SCHOOL", "99BB"),
            new Account("school-99xx", "SCHOOL", "99XX"),
            new Account("school-99zz", "SCHOOL", "99ZZ"),
            new Account("onderzoeker", "RESEARCHER", ""),
            new Account("onderzoeker-2", "RESEARCHER", ""),
            new Account("steward", "STEWARD", ""),
            new Account("steward-2", "STEWARD", ""),
            new Account("privacy", "PRIVACY_OFFICER", ""),
            new Account("privacy-2", "PRIVACY_OFFICER", ""),
            new Account("beheer", "OPERATOR", ""),
            new Account("sleutel-a-1", "CUSTODIAN_A", ""),
            new Account("sleutel-a-2", "CUSTODIAN_A", ""),
            new Account("sleutel-b-1", "CUSTODIAN_B", ""),
            new Account("sleutel-b-2", "CUSTODIAN_B", ""),
            new Account("sleutel-log-1", "CUSTODIAN_LOG", ""),
            new Account("sleutel-log-2", "CUSTODIAN_LOG", ""));

    private Accounts() {}

    /** The account of a user name. */
    public static Account of(String user) {
        return ALL.stream().filter(a -> a.user().equals(user)).findFirst().orElseThrow();
    }

    static Path write(Path file) throws IOException {
        String json = ALL.stream().map(Accounts::json).collect(Collectors.joining(",\n", "[", "]\n"));
        return Files.writeString(file, json);
    }

    private static String json(Account account) {
        String brin = account.brin().isEmpty() ? "null" : "\"" + account.brin() + "\"";
        return String.format(
                Locale.ROOT,
                "{\"gebruikersnaam\":\"%s\",\"naam\":\"%s\",\"rollen\":[\"%s\"],\"brin\":%s,"
                        + "\"wachtzin\":\"%s\",\"apiToken\":\"%s\"}",
                account.user(),
                account.user(),
                account.role(),
                brin,
                account.passphrase(),
                account.token());
    }
}
