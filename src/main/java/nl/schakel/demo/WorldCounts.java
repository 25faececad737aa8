package nl.schakel.demo;

/**
 * How large a world became.
 *
 * @param children with at least one row in a school's files
 * @param pupilRows rows of all pupils' files
 * @param results rows of all result files
 * @param registerPersons rows of the bridge file
 */
public record WorldCounts(
        int schools, int sites, long children, long pupilRows, long results, long socialRows, long registerPersons) {}
