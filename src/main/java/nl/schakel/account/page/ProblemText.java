package nl.schakel.account.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.schakel.platform.web.Texts;

/** What a problem means, in the texts of the feature that refuses. */
public record ProblemText(String slug, String title, String explanation) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,60}");
    private static final List<String> FEATURES = List.of(
            "platform",
            "school",
            "audit",
            "account",
            "pupil",
            "catalogue",
            "pseudonym",
            "consent",
            "delivery",
            "register",
            "linkage",
            "disclosure",
            "study",
            "extract",
            "release",
            "monitor",
            "report",
            "oversight");

    /** The texts of a slug, or empty where no feature has it. */
    static Optional<ProblemText> find(Texts texts, String slug) {
        if (!SLUG.matcher(slug).matches()) {
            return Optional.empty();
        }
        return FEATURES.stream()
                .map(feature -> feature + ".probleem." + slug)
                .filter(key -> texts.find(key + ".titel").isPresent())
                .findFirst()
                .map(key -> new ProblemText(slug, texts.text(key + ".titel"), texts.text(key + ".uitleg")));
    }
}
