package nl.schakel.oversight.page;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.schakel.oversight.PupilEvent;
import nl.schakel.platform.web.PageContext;

/** What a page says of an event: the texts of its codes in the visitor's language. */
public final class TimelineWords {
    private static final Map<String, String> STATES = Map.of(
            "levering", "delivery.staat.",
            "vrijgave", "release.staat.",
            "toestemming", "consent.toestemmingen.besluit.",
            "handeling", "audit.logboek.uitkomst.");
    private static final String ACTIVITY = "urn:schakel:verwerking:";

    private final PageContext page;
    private final PupilEvent event;

    /**
     * A text for people, or what has none.
     *
     * @param code whether there is no text in this language: the text is the code itself
     */
    public record Word(String text, boolean code) {}

    /** The words of this event in the language of this page. */
    public TimelineWords(PageContext page, PupilEvent event) {
        this.page = page;
        this.event = event;
    }

    /** What happened. */
    public Word kind() {
        return word("oversight.soort.", event.kind());
    }

    /** The school or institution as it stands, or the title of the processing activity. */
    public Word place() {
        String place = event.place();
        return place.startsWith(ACTIVITY)
                ? word(
                        "oversight.activiteit."
                                + place.substring(ACTIVITY.length()).replaceFirst(":[0-9]+$", ""),
                        "",
                        place)
                : plain(place);
    }

    /** The parts of the content, in order; days are written out. */
    public List<Word> content() {
        List<String> parts = event.content();
        return switch (event.kind()) {
            case "levering" -> List.of(plain(parts.get(0)), word("delivery.soort.", parts.get(1)));
            case "register", "nummerwijziging" -> List.of(plain(page.day(LocalDate.parse(parts.get(0)))));
            case "koppeling" -> List.of(word("linkage.methode.", parts.get(0)));
            case "toestemming" ->
                List.of(
                        word("oversight.doel.", parts.get(0)),
                        parts.get(1).equals("*")
                                ? plain(page.text("oversight.alle-instrumenten"))
                                : plain(parts.get(1)),
                        word("consent.toestemmingen.gever.", parts.get(2)));
            case "verwerking" -> List.of(word("oversight.verwerking.", slug(parts.get(0)), parts.get(0)));
            case "handeling" -> List.of(word("oversight.handeling.", parts.get(0)));
            default -> parts.stream().map(TimelineWords::plain).toList();
        };
    }

    /** How it ended or stands now. */
    public Word state() {
        return word(STATES.getOrDefault(event.kind(), "oversight.afloop." + event.kind() + "."), event.state());
    }

    /** The name of an operation as the last part of a key: {@code vrijgave-beeindigen}. */
    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-');
    }

    private Word word(String prefix, String code) {
        return word(prefix, code, code);
    }

    private Word word(String prefix, String name, String code) {
        return page.texts()
                .find(prefix + name)
                .map(TimelineWords::plain)
                .orElseGet(() -> new Word(code, !code.isEmpty()));
    }

    private static Word plain(String text) {
        return new Word(text, false);
    }
}
