package nl.schakel.study.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.schakel.study.RequestText;
import org.jspecify.annotations.Nullable;

/** A request as it is sent; every part may be missing in a draft. */
public record RequestJson(
        @Nullable String titel,
        @Nullable String doel,
        @Nullable String instelling,
        @Nullable List<String> team,
        @Nullable List<VariableJson> variabelen,
        @Nullable List<String> schooljaren,
        @Nullable List<Integer> jaargroepen,
        @Nullable String periodeVan,
        @Nullable String periodeTot,
        @Nullable String einddatum,
        @Nullable String sleutel) {

    List<String> colleagues() {
        return orEmpty(team);
    }

    RequestText text() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (VariableJson variable : orEmpty(variabelen)) {
            reasons.put(orEmpty(variable.naam()), orEmpty(variable.reden()));
        }
        return new RequestText(
                orEmpty(titel),
                orEmpty(doel),
                orEmpty(instelling),
                reasons,
                orEmpty(schooljaren),
                orEmpty(jaargroepen).stream().map(String::valueOf).toList(),
                orEmpty(periodeVan),
                orEmpty(periodeTot),
                orEmpty(einddatum),
                orEmpty(sleutel));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
