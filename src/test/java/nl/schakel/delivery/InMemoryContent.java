package nl.schakel.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import nl.schakel.school.Brin;

/** Rows of one school's deliveries for plain tests: each is a text that says what makes it the same as another. */
final class InMemoryContent implements DeliveryContent {
    private final Deliveries deliveries;
    private final Map<DeliveryId, New> all = new HashMap<>();

    InMemoryContent(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public NewContent begin(DeliveryId id, FileHeader header) {
        New content = new New(header);
        all.put(id, content);
        return content;
    }

    @Override
    public boolean hasPupils(Brin school) {
        return deliveries.newest(1_000).stream()
                .anyMatch(d -> d.part() == Part.PUPILS && d.state().isLive());
    }

    @Override
    public List<PersonKey> persons(DeliveryId id) {
        New content = all.get(id);
        return content == null ? List.of() : List.copyOf(new HashSet<>(content.persons.values()));
    }

    @Override
    public long erase(DeliveryId id) {
        New content = all.remove(id);
        return content == null ? 0 : content.rows.size();
    }

    long rows(DeliveryId id) {
        New content = all.get(id);
        return content == null ? 0 : content.rows.size();
    }

    private boolean isKnown(FileHeader header, String same) {
        return deliveries.newest(1_000).stream()
                .filter(delivery -> delivery.state().isLive() && delivery.part() == header.part())
                .flatMap(delivery -> Stream.ofNullable(all.get(delivery.id())))
                .anyMatch(content ->
                        content.rows.stream().anyMatch(row -> row.same(content).equals(same)));
    }

    /** A row of a pupil; {@code test} is -1 where it has none. */
    private record Row(int pupil, int test, String what) {
        String same(New in) {
            String code = test < 0 ? "" : in.tests.getOrDefault(test, "?");
            return Objects.hashCode(in.tokens.get(pupil)) + "/" + code + "/" + what;
        }
    }

    private final class New implements NewContent {
        private final FileHeader header;
        private final List<Row> rows = new ArrayList<>();
        private final Map<Integer, Token> tokens = new HashMap<>();
        private final Map<Integer, PersonKey> persons = new HashMap<>();
        private final Map<Integer, String> tests = new HashMap<>();

        New(FileHeader header) {
            this.header = header;
        }

        @Override
        public void pupils(List<PupilRow> pupils) {
            for (PupilRow row : pupils) {
                rows.add(new Row(
                        row.pupil(), -1, header.schoolYear() + "/" + row.sex() + row.birthYear() + row.grade()));
                tokens.put(row.pupil(), row.subject().tokens().local());
                persons.put(row.pupil(), row.subject().person());
            }
        }

        @Override
        public void result(int pupil, ResultRecord result) {
            rows.add(new Row(pupil, result.test(), Long.toString(result.testEpochDay())));
        }

        @Override
        public void endOfResults() {}

        @Override
        public void social(List<SocialRow> results) {
            for (SocialRow row : results) {
                SocialResultRecord result = row.result();
                rows.add(new Row(row.pupil(), -1, result.instrument() + result.scale() + result.testDate()));
            }
        }

        @Override
        public void subjects(int first, List<Subject> subjects) {
            for (int i = 0; i < subjects.size(); i++) {
                tokens.put(first + i, subjects.get(i).tokens().local());
                persons.put(first + i, subjects.get(i).person());
            }
        }

        @Override
        public void forget(PersonKey person) {
            all.values()
                    .forEach(content ->
                            content.rows.removeIf(row -> Objects.equals(person, content.persons.get(row.pupil()))));
        }

        @Override
        public void tests(List<TestDefinition> definitions) {
            definitions.forEach(test -> tests.put(test.number(), test.code() + test.moment()));
        }

        @Override
        public Settled settle(List<Integer> undefinedTests) {
            int before = rows.size();
            rows.removeIf(row -> undefinedTests.contains(row.test()));
            int defined = rows.size();
            rows.removeIf(row -> isKnown(header, row.same(this)));
            return new Settled(rows.size(), defined - rows.size(), before - defined);
        }

        @Override
        public void undo() {
            all.values().remove(this);
        }

        @Override
        public void close() {}
    }
}
