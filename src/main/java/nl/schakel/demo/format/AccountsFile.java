package nl.schakel.demo.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import nl.schakel.demo.School;

/**
 * Writes the accounts for the development bootstrap: a JSON list of user name, name, roles, BRIN, pass phrase and token.
 * The secrets are drawn anew for each world and are no function of its seed; only the owner can read the file.
 */
final class AccountsFile implements Closeable {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int TOKEN_LENGTH = 40;
    private static final List<String> WORDS = List.of(
            ("anker appel arend bakker balkon beker berg beuk bloem boog boter brug bever citroen dijk duin eekhoorn eiland "
                            + "emmer fiets fluit gans geit gras haven hazel hemel herfst hond honing kaars kade kamer kano "
                            + "kasteel kelder kers kikker klok koffer komeet koper kraan kust ladder lamp laurier lente lepel "
                            + "linde maan maart meeuw melk merel molen mos muur nacht noord oever olijf oven paard parel peer "
                            + "pinda plank poort raam regen rivier roos ruiter schaap schip sneeuw spiegel ster stoel straat "
                            + "tafel tarwe toren trap tulp uil veer vijver vlag vos wagen wilg winter wolk zadel zeil zilver zomer")
                    .split(" "));

    private final Writer out;
    private final SecureRandom random = new SecureRandom();
    private boolean first = true;

    AccountsFile(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.out = Files.newBufferedWriter(file);
        out.write("[");
        person("onderzoeker", "Rosa Onderzoeker", "RESEARCHER");
        person("onderzoeker-2", "Tom Onderzoeker", "RESEARCHER");
        person("steward", "Stijn Datasteward", "STEWARD");
        person("steward-2", "Sara Datasteward", "STEWARD");
        person("privacy", "Petra Privacyfunctionaris", "PRIVACY_OFFICER");
        person("privacy-2", "Paul Privacyfunctionaris", "PRIVACY_OFFICER");
        person("beheer", "Bert Beheerder", "OPERATOR");
        custodians("a", "CUSTODIAN_A");
        custodians("b", "CUSTODIAN_B");
        custodians("log", "CUSTODIAN_LOG");
    }

    void school(School school) throws IOException {
        String brin = school.brin();
        account("school-" + brin.toLowerCase(Locale.ROOT), school.name(), "SCHOOL", "\"" + brin + "\"");
    }

    private void custodians(String holder, String role) throws IOException {
        person("sleutel-" + holder + "-1", "Eerste sleutelbewaarder " + holder, role);
        person("sleutel-" + holder + "-2", "Tweede sleutelbewaarder " + holder, role);
    }

    private void person(String user, String name, String role) throws IOException {
        account(user, name, role, "null");
    }

    private void account(String user, String name, String role, String brin) throws IOException {
        out.write(String.format(
                Locale.ROOT,
                "%s%n{\"gebruikersnaam\": \"%s\", \"naam\": \"%s\", \"rollen\": [\"%s\"], \"brin\": %s, "
                        + "\"wachtzin\": \"%s\", \"apiToken\": \"%s\"}",
                first ? "" : ",",
                user,
                name,
                role,
                brin,
                passPhrase(),
                token()));
        first = false;
    }

    private String passPhrase() {
        StringBuilder phrase = new StringBuilder();
        for (int word = 0; word < 4; word++) {
            phrase.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return phrase.append(10 + random.nextInt(90)).toString();
    }

    private String token() {
        StringBuilder token = new StringBuilder("sch_");
        for (int i = 0; i < TOKEN_LENGTH; i++) {
            token.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return token.toString();
    }

    @Override
    public void close() throws IOException {
        out.write("\n]\n");
        out.close();
    }
}
