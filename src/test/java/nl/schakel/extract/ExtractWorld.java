package nl.schakel.extract;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Processing;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.catalogue.MissingCode;
import nl.schakel.catalogue.VariableName;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.ResearchPseudonym;
import nl.schakel.pseudonym.StudyPseudonymizer;
import nl.schakel.pseudonym.StudyPseudonyms;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.AgeRecipient;
import nl.schakel.study.ApprovedStudies;
import nl.schakel.study.ApprovedStudy;
import nl.schakel.study.Period;
import nl.schakel.study.Population;
import nl.schakel.study.RequestedVariable;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;

/** Made-up pupils, an approved study and every port of {@link BuildExtract} in memory. */
final class ExtractWorld implements ApprovedStudies, ExtractSource, ExtractLedger, ExtractPackager, StudyPseudonyms {
    static final Actor RESEARCHER = new Actor(new StaffId(new UUID(1, 1)), Set.of(Role.RESEARCHER), Optional.empty());
    static final Actor STRANGER = new Actor(new StaffId(new UUID(2, 2)), Set.of(Role.RESEARCHER), Optional.empty());
    static final Actor PRIVACY_OFFICER =
            new Actor(new StaffId(new UUID(3, 3)), Set.of(Role.PRIVACY_OFFICER), Optional.empty());
    static final StudyId STUDY = new StudyId(new UUID(4, 4));

    final Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    final List<PersonKey> persons = new ArrayList<>();
    final Set<PersonKey> consenting = new HashSet<>();
    final Map<String, Map<PersonKey, Map<Integer, Integer>>> values = new HashMap<>();
    List<String> variables = List.of("geslacht", "rekenen_m");
    List<UUID> runs = new ArrayList<>(List.of(new UUID(5, 5)));
    LocalDate endDate = LocalDate.of(2027, 1, 1);
    final List<BuiltExtract> recorded = new ArrayList<>();
    final List<PersonKey> leftOut = new ArrayList<>();
    final Map<String, int[]> rows = new HashMap<>();
    final List<String> order = new ArrayList<>();
    List<ExtractColumn> columns = List.of();

    /** A world of so many pupils with a sex and a maths score. */
    static ExtractWorld of(int pupils, long seed) {
        ExtractWorld world = new ExtractWorld();
        Random random = new Random(seed);
        for (int i = 0; i < pupils; i++) {
            PersonKey person = person(i);
            world.persons.add(person);
            world.set("geslacht", person, 0, 1 + random.nextInt(2));
            world.set("rekenen_m", person, 2020, 500 + random.nextInt(500));
        }
        return world;
    }

    static PersonKey person(int number) {
        byte[] bytes = new byte[PersonKey.LENGTH];
        new Random(number).nextBytes(bytes);
        return PersonKey.of(bytes);
    }

    void set(String variable, PersonKey person, int year, int value) {
        values.computeIfAbsent(variable, name -> new HashMap<>())
                .computeIfAbsent(person, key -> new HashMap<>())
                .put(year, value);
    }

    int value(String variable, PersonKey person, int year) {
        return values.getOrDefault(variable, Map.of())
                .getOrDefault(person, Map.of())
                .getOrDefault(year, MissingCode.NO_DATA.code());
    }

    /** The row of a person as it was handed over. */
    int[] row(PersonKey person) {
        return Objects.requireNonNull(rows.get(pseudonymOf(person)));
    }

    BuiltExtract build(Actor actor) {
        return build(actor, ExtractId.random());
    }

    BuiltExtract build(Actor actor, ExtractId id) {
        return new BuildExtract(this, this, this, () -> this, this, clock).build(actor, STUDY, id);
    }

    @Override
    public Optional<ApprovedStudy> find(StudyId id) {
        if (!id.equals(STUDY)) {
            return Optional.empty();
        }
        return Optional.of(new ApprovedStudy(
                id,
                new StudyCode("NPO-2026-001"),
                RESEARCHER.staff(),
                Set.of(RESEARCHER.staff()),
                "Titel",
                "Doel",
                "Instelling",
                variables.stream()
                        .map(name -> new RequestedVariable(new VariableName(name), "reden"))
                        .toList(),
                new Population(new TreeSet<>(Set.of(new SchoolYear(2020))), new TreeSet<>()),
                new Period(LocalDate.of(2020, 8, 1), LocalDate.of(2021, 7, 31)),
                endDate,
                AgeRecipient.parse("age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg")
                        .orElseThrow(),
                clock.instant(),
                1));
    }

    @Override
    public void holdExits() {}

    @Override
    public Optional<UUID> runInForce() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.size() > 1 ? runs.remove(0) : runs.get(0));
    }

    @Override
    public Selection select(ExtractId extract, Population population, Instant at) {
        return new Selection(persons, persons.size() + 36L, 5, 11, 20);
    }

    @Override
    public void read(ExtractId extract, ReadGroup group, ValueReader reader) {
        for (PersonKey person : persons) {
            if (!group.needsConsent() || consenting.contains(person)) {
                int year = group.yearly() ? 2020 : 0;
                reader.row(
                        person,
                        year,
                        group.variables().stream()
                                .mapToInt(variable -> value(variable.name().value(), person, year))
                                .toArray());
            }
        }
    }

    @Override
    public Optional<BuiltExtract> hold(ExtractId id) {
        return recorded.stream().filter(extract -> extract.id().equals(id)).findFirst();
    }

    @Override
    public void record(BuiltExtract extract, Members members, AuditEntry entry, Processing processing) {
        recorded.add(extract);
        leftOut.addAll(members.leftOut());
    }

    @Override
    public void take(BuiltExtract extract, ExtractContent content) {
        columns = content.columns();
        content.forEachRow((pseudonym, row) -> {
            rows.put(pseudonym.value(), row.clone());
            order.add(pseudonym.value());
        });
    }

    @Override
    public StudyPseudonymizer forStudy(String studyCode, int version) {
        return new StudyPseudonymizer() {
            @Override
            public ResearchPseudonym of(PersonKey person) {
                return new ResearchPseudonym(pseudonymOf(person));
            }

            @Override
            public byte[] rowOrder(PersonKey person) {
                byte[] bytes = person.bytes();
                return new byte[] {bytes[7], bytes[3], bytes[9], bytes[1]};
            }
        };
    }

    static String pseudonymOf(PersonKey person) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 26; i++) {
            text.append((char) ('a' + Math.floorMod(person.bytes()[i], 26)));
        }
        return new String(text.toString().getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }
}
