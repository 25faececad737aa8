package nl.schakel.platform.web;

import java.util.List;
import java.util.Optional;

/**
 * An addition to a page, in the visitor's language.
 *
 * @param order its place among the additions, ascending
 * @param empty what to say where there are no links
 * @param action what can be done next
 */
public record AnnexPart(int order, String title, String empty, List<AnnexLink> links, Optional<AnnexLink> action) {
    /** Takes a copy. */
    public AnnexPart {
        links = List.copyOf(links);
    }
}
