package nl.schakel.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * What every template needs besides its own model.
 *
 * @param texts texts in the visitor's language
 * @param visitor who looks
 * @param path path of the page below the context root, starting with a slash, without query
 * @param title text of the page's title
 * @param menu menu entries of the visitor's roles, in order
 * @param crumbs steps between the start page and this page
 * @param notices keys of what is to be said before anything else
 * @param faults what was wrong with the form that was sent; empty on a first view
 */
public record PageContext(
        Texts texts,
        Visitor visitor,
        String path,
        String title,
        List<DeskEntry> menu,
        List<Crumb> crumbs,
        List<String> notices,
        List<FieldFault> faults) {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** A page without notices. */
    public PageContext(
            Texts texts,
            Visitor visitor,
            String path,
            String title,
            List<DeskEntry> menu,
            List<Crumb> crumbs,
            List<FieldFault> faults) {
        this(texts, visitor, path, title, menu, crumbs, List.of(), faults);
    }

    /** The text of a key, see {@link Texts#text}. */
    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** The language of the page. */
    public Language language() {
        return texts.language();
    }

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return visitor.name().isPresent();
    }

    /** The secret for the hidden field of a form; empty for a guest. */
    public String csrf() {
        return visitor.formToken().orElse("");
    }

    /** The address of a path below the portal. */
    public String href(String portalPath) {
        return "/" + PageApplication.PATH + (portalPath.isEmpty() ? "" : "/" + portalPath);
    }

    /** Whether the menu entry leads to this page or to a page above it. */
    public boolean active(DeskEntry entry) {
        String target = href(entry.path());
        return path.equals(target) || path.startsWith(target + "/");
    }

    /** What is wrong with a field, if anything. */
    public Optional<FieldFault> fault(String field) {
        return faults.stream().filter(fault -> fault.field().equals(field)).findFirst();
    }

    /** A day in words, {@code 21 november 2026}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language().locale()).format(day);
    }

    /** A moment on Dutch clocks, {@code 21 november 2026, 14:05}. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", language().locale())
                .withZone(AMSTERDAM)
                .format(instant);
    }

    /** A number with the separators of the language. */
    public String number(long value) {
        return String.format(language().locale(), "%,d", value);
    }
}
