package nl.schakel.delivery;

import java.util.List;
import java.util.stream.IntStream;
import nl.schakel.pseudonym.PersonKey;

/**
 * The rows of one delivery while they are written. They exist when the transaction commits, or not at all. Closing it
 * without {@link #settle} gives up what is unfinished. Not thread-safe.
 */
public interface NewContent extends AutoCloseable {
    /** Adds pupils of a pupils part. */
    void pupils(List<PupilRow> rows);

    /**
     * Adds one result; the view is not kept. Many calls make one stream: between the first and {@link #endOfResults} the
     * transaction can run no other statement.
     */
    void result(int pupil, ResultRecord result);

    /** Ends the stream of results; harmless where there is none. */
    void endOfResults();

    /** Adds social-emotional results. */
    void social(List<SocialRow> rows);

    /** Adds the persons behind pupil numbers {@code first}, {@code first + 1} and so on. */
    void subjects(int first, List<Subject> subjects);

    /** Erases what was stored of a person who turns out to object. */
    void forget(PersonKey person);

    /** Adds the definitions of the tests that results name. */
    void tests(List<TestDefinition> tests);

    /**
     * Removes results under tests that were never explained, and rows that an earlier live delivery of the school already
     * holds: the same pupil, test, moment and day; for pupils the same attributes. From here to the end of the transaction
     * no other delivery of the school settles, so two concurrent ones cannot both keep a row.
     *
     * @param undefinedTests numbers of the tests without explanation
     */
    Settled settle(List<Integer> undefinedTests);

    /** Takes back everything written since the beginning, persons included; the transaction goes on. */
    void undo();

    @Override
    void close();

    /**
     * One pupil of a pupils part, as it is stored.
     *
     * @param birthYear 0 where unknown
     * @param grade empty where unknown
     */
    record PupilRow(int pupil, Subject subject, short sex, int birthYear, String grade) {}

    /** One social-emotional result of a numbered pupil. */
    record SocialRow(int pupil, SocialResultRecord result) {}

    /** A person of this delivery with the tokens under which linkage knows it. */
    record Subject(PersonKey person, PupilTokens tokens) {
        /** Pairs two lists of equal length. */
        static List<Subject> pair(List<PersonKey> persons, List<PupilTokens> tokens) {
            return IntStream.range(0, persons.size())
                    .mapToObj(i -> new Subject(persons.get(i), tokens.get(i)))
                    .toList();
        }
    }

    /**
     * What is left.
     *
     * @param kept rows that the database now holds: what it confirmed to have stored less what it removed
     * @param known rows removed because they were known
     * @param undefined rows removed because their test was not explained
     */
    record Settled(long kept, long known, long undefined) {}
}
