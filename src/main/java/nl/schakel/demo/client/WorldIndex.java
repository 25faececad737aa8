package nl.schakel.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is in a world: its schools, school years and accounts. */
final class WorldIndex {
    private final Path folder;
    private final JsonObject index;
    private final Map<String, Account> accounts = new LinkedHashMap<>();

    WorldIndex(Path folder) throws IOException {
        this.folder = folder;
        this.index = read(folder.resolve("wereld.json")).asJsonObject();
        JsonArray list = read(folder.resolve("accounts.json")).asJsonArray();
        for (JsonObject entry : list.getValuesAs(JsonObject.class)) {
            Account account = new Account(
                    entry.getString("gebruikersnaam"),
                    entry.getString("naam"),
                    entry.getJsonArray("rollen").getString(0),
                    entry.getString("wachtzin"),
                    entry.getString("apiToken"));
            accounts.put(account.user(), account);
        }
    }

    private static JsonStructure read(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.read();
        }
    }

    /** The sites, each with the account of its school. */
    List<PlayedSite> sites() {
        return index.getJsonArray("scholen").getValuesAs(JsonObject.class).stream()
                .flatMap(school -> school.getJsonArray("vestigingen").getValuesAs(JsonString.class).stream()
                        .map(site -> site(school.getString("brin"), site.getString())))
                .toList();
    }

    private PlayedSite site(String brin, String site) {
        Account account = account("school-" + brin.toLowerCase(Locale.ROOT));
        return new PlayedSite(account, brin + site, folder.resolve("scholen").resolve(brin + site));
    }

    List<String> schoolYears() {
        return index.getJsonArray("schooljaren").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    Account account(String user) {
        return Optional.ofNullable(accounts.get(user))
                .orElseThrow(() -> new IllegalArgumentException("no account " + user));
    }

    Map<String, Account> accounts() {
        return accounts;
    }

    Path register() {
        return folder.resolve("register");
    }

    /** One site of a school and its folder. */
    record PlayedSite(Account account, String id, Path folder) {}
}
