package nl.schakel.extract.page;

import java.util.List;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.ExtractId;
import nl.schakel.study.Study;

/**
 * The extracts of one study, and the button by which the next is built.
 *
 * @param extracts the newest first
 * @param mayBuild whether the visitor is offered the button
 */
public record StudyExtractsView(Study study, List<BuiltExtract> extracts, boolean mayBuild) {
    /** A new number for the form, so that pressing the button twice builds one extract. */
    public String request() {
        return ExtractId.random().toString();
    }

    /** The path of the page below the portal. */
    public String path() {
        return "onderzoeken/" + study.id() + "/extracten";
    }
}
