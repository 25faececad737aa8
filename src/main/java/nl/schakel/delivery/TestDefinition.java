package nl.schakel.delivery;

import java.util.Optional;

/**
 * A test, or a part of one, that results of this file refer to.
 *
 * @param number as in {@link ResultRecord#test}
 * @param code toetscode of the file
 * @param component toetsonderdeelcode; empty for the whole test
 * @param name at most 128 characters
 * @param domain the subject, derived from vakgebied, name and code
 * @param grade the grade for which the test was made (3 to 8), from leerjaar or a mark such as {@code M5}
 */
public record TestDefinition(
        int number,
        String code,
        Optional<String> component,
        Optional<String> version,
        Optional<String> name,
        TestDomain domain,
        Optional<String> grade,
        TestMoment moment) {}
