package nl.schakel.demo;

import java.util.List;

/**
 * One site of a made-up school, with every child that is in its groups 3 to 8 in any year of the world.
 *
 * @param code vestigingsnummer, {@code 00} for the main site
 * @param name for people
 * @param denomination one of the five most frequent
 * @param testsAfterClosure whether it took the E tests of 2020, just after the first closure of schools
 */
public record Site(
        String brin,
        String code,
        String name,
        String denomination,
        int firstYear,
        boolean testsAfterClosure,
        List<Child> children) {

    /** BRIN and vestiging in six positions. */
    public String id() {
        return brin + code;
    }
}
