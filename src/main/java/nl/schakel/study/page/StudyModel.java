package nl.schakel.study.page;

import java.util.List;
import nl.schakel.catalogue.Catalogue;
import nl.schakel.catalogue.Variable;
import nl.schakel.platform.web.AnnexPart;
import nl.schakel.study.RequestedVariable;
import nl.schakel.study.StudyFile;

/**
 * One request as the visitor may see it.
 *
 * @param team sign-in names
 * @param mayClose whether the visitor can take it back or end it
 * @param annexes where to follow the study further
 */
public record StudyModel(
        StudyFile file, List<String> team, boolean mayClose, String done, String language, List<AnnexPart> annexes) {

    /** What people call a variable. */
    public String label(RequestedVariable requested) {
        return Catalogue.standard()
                .find(requested.variable())
                .map(Variable::label)
                .map(label -> label.in(language))
                .orElse(requested.variable().value());
    }

    /** The path of the request below the portal. */
    public String path() {
        return "onderzoeken/" + file.study().id();
    }
}
