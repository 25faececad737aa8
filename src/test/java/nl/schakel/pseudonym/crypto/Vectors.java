package nl.schakel.pseudonym.crypto;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.samples.Samples;

/** Published test vectors, and keys made of hexadecimal text. */
final class Vectors {
    private Vectors() {}

    static JsonObject file(String name) {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(Samples.require("crypto/" + name)))) {
            return reader.readObject();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<JsonObject> list(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonObject.class);
    }

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static BigInteger number(String prefixed) {
        return new BigInteger(prefixed.substring(2), 16);
    }

    static SecretBytes secret(String hex) {
        return SecretBytes.copyOf(hex(hex));
    }

    static HmacKey key(String hex) {
        return HmacKey.of(secret(hex));
    }

    static LinkLayers layers(String... keys) {
        TreeMap<Integer, HmacKey> byVersion = new TreeMap<>();
        for (String key : keys) {
            byVersion.put(byVersion.size() + 1, key(key));
        }
        return new LinkLayers(byVersion);
    }
}
