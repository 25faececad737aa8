package nl.schakel.account.format;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.schakel.account.SeedAccount;
import nl.schakel.audit.Role;
import nl.schakel.school.Brin;

/** Reads the accounts of a made-up world: a JSON array of objects with Dutch names. */
final class AccountsFile {
    private AccountsFile() {}

    /** The accounts in the order of the file. @throws IllegalArgumentException where it has another form, without values */
    static List<SeedAccount> read(InputStream file) {
        try (JsonReader reader = Json.createReader(file)) {
            JsonArray accounts = reader.readArray();
            return accounts.getValuesAs(JsonObject.class).stream()
                    .map(AccountsFile::account)
                    .toList();
        } catch (JsonException | ClassCastException | NullPointerException wrong) {
            throw new IllegalArgumentException("not a file of accounts");
        }
    }

    private static SeedAccount account(JsonObject object) {
        Set<Role> roles = object.getJsonArray("rollen").getValuesAs(JsonString.class).stream()
                .map(name -> Role.valueOf(name.getString()))
                .collect(Collectors.toUnmodifiableSet());
        return new SeedAccount(
                object.getString("gebruikersnaam"),
                object.getString("naam"),
                roles,
                school(object),
                object.getString("wachtzin"),
                object.getString("apiToken"));
    }

    private static Optional<Brin> school(JsonObject object) {
        return object.getOrDefault("brin", JsonValue.NULL) == JsonValue.NULL
                ? Optional.empty()
                : Optional.of(new Brin(object.getString("brin")));
    }
}
