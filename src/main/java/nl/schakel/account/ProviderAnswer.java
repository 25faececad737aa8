package nl.schakel.account;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider sent back through the browser (OpenID Connect Core 3.1.2.5, RFC 9207).
 *
 * @param state empty where it sent none
 * @param code the authorization code; empty where the provider refused
 * @param issuer who says to answer, where the answer tells
 */
public record ProviderAnswer(String state, String code, Optional<String> issuer) {
    private static final int LONGEST = 8_192;

    /**
     * Reads the query of the address to which the browser was sent.
     *
     * @throws AccountRefused.AnswerRefused where it is too long, is not encoded properly or says something twice
     */
    public static ProviderAnswer read(String query) {
        if (query.length() > LONGEST) {
            throw new AccountRefused.AnswerRefused(AccountRefused.AnswerFault.FORM);
        }
        Map<String, String> said = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (said.put(name, value) != null) {
                throw new AccountRefused.AnswerRefused(AccountRefused.AnswerFault.FORM);
            }
        }
        String code = said.containsKey("error") ? "" : said.getOrDefault("code", "");
        return new ProviderAnswer(said.getOrDefault("state", ""), code, Optional.ofNullable(said.get("iss")));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new AccountRefused.AnswerRefused(AccountRefused.AnswerFault.FORM);
        }
    }

    @Override
    public String toString() {
        return "ProviderAnswer[hidden]";
    }
}
