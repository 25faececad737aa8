package nl.schakel.extract;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.catalogue.Catalogue;
import nl.schakel.disclosure.DisclosurePolicy;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.StudyPseudonymizer;
import nl.schakel.pseudonym.StudyPseudonyms;
import nl.schakel.study.ApprovedStudies;
import nl.schakel.study.ApprovedStudy;
import nl.schakel.study.StudyId;

/** Builds the dataset of an approved study and hands it to its packager; in clear it exists in memory only. */
@Dependent
public class BuildExtract {
    private static final DisclosurePolicy POLICY = DisclosurePolicy.STANDARD;

    private final ApprovedStudies studies;
    private final ExtractSource source;
    private final ExtractLedger ledger;
    private final Supplier<ExtractPackager> packager;
    private final StudyPseudonyms pseudonyms;
    private final Clock clock;

    @Inject
    @SuppressWarnings("TooManyParameters") // each is one port between approval and release
    public BuildExtract(
            ApprovedStudies studies,
            ExtractSource source,
            ExtractLedger ledger,
            Instance<ExtractPackager> packager,
            StudyPseudonyms pseudonyms,
            Clock clock) {
        this(studies, source, ledger, () -> packager.stream().findFirst().orElseThrow(), pseudonyms, clock);
    }

    @SuppressWarnings("TooManyParameters") // as above
    BuildExtract(
            ApprovedStudies studies,
            ExtractSource source,
            ExtractLedger ledger,
            Supplier<ExtractPackager> packager,
            StudyPseudonyms pseudonyms,
            Clock clock) {
        this.studies = studies;
        this.source = source;
        this.ledger = ledger;
        this.packager = packager;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /**
     * The extract that was built; where it was built before, by the same request, that one and nothing more.
     *
     * @param extract its number, from {@link ExtractId#random} or {@link ExtractId#asked}
     * @throws nl.schakel.study.StudyRefused.NotApproved where the study is not approved, or not this person's
     * @throws ExtractRefused.LinkageOutdated where registers were loaded after the newest linkage
     * @throws ExtractRefused where it cannot be made safe within the limits; then nothing is stored
     */
    @Transactional
    public BuiltExtract build(Actor actor, StudyId id, ExtractId extract) {
        ExtractPolicy.requireBuilder(actor);
        ApprovedStudy study = ExtractPolicy.requireOpen(actor, studies.require(id), clock.instant());
        Optional<BuiltExtract> before = ledger.hold(extract);
        return before.isPresent() ? before.get() : build(actor, study, extract);
    }

    private BuiltExtract build(Actor actor, ApprovedStudy study, ExtractId extract) {
        source.holdExits();
        Instant start = clock.instant();
        ExtractPlan plan = ExtractPlan.of(study, Catalogue.standard());
        UUID run = runInForce();
        Selection selection = source.select(extract, study.population(), start);
        if (selection.persons().size() < POLICY.k()) {
            throw new ExtractRefused.TooFewPupils(POLICY.k());
        }
        StudyPseudonymizer names = pseudonyms.forStudy(study.code().value(), study.pseudonymVersion());
        List<PersonKey> persons = shuffled(selection.persons(), names);
        ExtractCells cells = read(extract, plan, persons);
        if (!runInForce().equals(run)) {
            throw new ExtractRefused.LinkageOutdated(); // what was read may come from registers that nobody verified
        }
        ProtectedExtract safe = new ProtectExtract(plan, cells, POLICY).protect();
        BuiltExtract built = new BuiltExtract(
                extract,
                study.id(),
                study.code(),
                study.pseudonymVersion(),
                start,
                actor.staff(),
                safe.kept().length,
                plan.columns().size(),
                plan.needsConsent(),
                new RiskReport(safe, POLICY).json(),
                LinkageReport.json(selection));
        record(actor, built, persons, safe);
        packager.get()
                .take(
                        built,
                        new ReleasedRows(
                                safe,
                                kept(persons, safe).stream().map(names::of).toList()));
        return built;
    }

    private UUID runInForce() {
        return source.runInForce().orElseThrow(ExtractRefused.LinkageOutdated::new);
    }

    /** In an order that tells nothing, and is the same each time within the study. */
    private static List<PersonKey> shuffled(List<PersonKey> persons, StudyPseudonymizer names) {
        return persons.stream()
                .map(person -> new Ordered(person, names.rowOrder(person)))
                .sorted(Comparator.comparing(Ordered::key, Arrays::compareUnsigned))
                .map(Ordered::person)
                .toList();
    }

    private ExtractCells read(ExtractId extract, ExtractPlan plan, List<PersonKey> persons) {
        ExtractCells cells = new ExtractCells(plan, persons);
        for (ReadGroup group : plan.groups()) {
            source.read(extract, group, (person, year, values) -> cells.fill(group, person, year, values));
        }
        return cells;
    }

    private void record(Actor actor, BuiltExtract built, List<PersonKey> persons, ProtectedExtract safe) {
        List<PersonKey> leftOut = IntStream.range(0, persons.size())
                .filter(safe.table()::isLeftOut)
                .mapToObj(persons::get)
                .toList();
        ledger.record(
                built,
                new ExtractLedger.Members(persons, leftOut),
                AuditEntry.by(actor, "extract.build", ProcessingActivity.BUILD_EXTRACT)
                        .on("study/" + built.studyCode() + "/extract/" + built.id())
                        .detail("pupils", built.pupils())
                        .detail("columns", built.columns()),
                Processing.ok(ProcessingActivity.BUILD_EXTRACT, "Extract maken", built.builtAt(), clock.instant()));
    }

    private static List<PersonKey> kept(List<PersonKey> persons, ProtectedExtract safe) {
        return IntStream.of(safe.kept()).mapToObj(persons::get).toList();
    }

    /** A person with the key by which rows are sorted. */
    private static final class Ordered {
        private final PersonKey person;
        private final byte[] key;

        Ordered(PersonKey person, byte[] key) {
            this.person = person;
            this.key = key;
        }

        PersonKey person() {
            return person;
        }

        byte[] key() {
            return key;
        }
    }
}
