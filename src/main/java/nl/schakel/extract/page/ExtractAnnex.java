package nl.schakel.extract.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.CurrentActor;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.FindExtract;
import nl.schakel.platform.web.Annex;
import nl.schakel.platform.web.AnnexLink;
import nl.schakel.platform.web.AnnexPart;
import nl.schakel.platform.web.Page;
import nl.schakel.platform.web.PageContext;
import nl.schakel.study.ReadStudies;
import nl.schakel.study.Study;
import nl.schakel.study.StudyId;

/** The extracts of a study, on the page of the study. */
@Dependent
public class ExtractAnnex implements Annex {
    private static final String STUDY = "onderzoeken/";

    private final FindExtract find;
    private final ReadStudies studies;
    private final CurrentActor actor;
    private final Page page;

    @Inject
    public ExtractAnnex(FindExtract find, ReadStudies studies, CurrentActor actor, Page page) {
        this.find = find;
        this.studies = studies;
        this.actor = actor;
        this.page = page;
    }

    @Override
    public Optional<AnnexPart> part(String portalPath) {
        return portalPath.startsWith(STUDY)
                ? StudyId.parse(portalPath.substring(STUDY.length())).flatMap(this::part)
                : Optional.empty();
    }

    private Optional<AnnexPart> part(StudyId id) {
        Actor visitor = actor.require();
        Study study = studies.read(visitor, id).study();
        List<BuiltExtract> extracts = find.ofStudy(visitor, id);
        boolean mayBuild = Buildable.by(visitor, study);
        if (extracts.isEmpty() && !Buildable.isApproved(study)) {
            return Optional.empty();
        }
        PageContext context = page.context("");
        return Optional.of(new AnnexPart(
                10,
                context.text("extract.lijst.titel"),
                context.text("extract.bij-onderzoek.geen"),
                extracts.stream().map(extract -> link(context, extract)).toList(),
                Optional.of(new AnnexLink(STUDY + id + "/extracten", context.text("extract.maken.kop")))
                        .filter(link -> mayBuild)));
    }

    private static AnnexLink link(PageContext context, BuiltExtract extract) {
        String text = context.text(
                "extract.bij-onderzoek.een", context.moment(extract.builtAt()), context.number(extract.pupils()));
        return new AnnexLink("extracten/" + extract.id(), text);
    }
}
