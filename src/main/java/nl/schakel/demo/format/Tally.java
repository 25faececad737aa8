package nl.schakel.demo.format;

import nl.schakel.demo.WorldCounts;

/** Counts while a world is written. Not thread-safe. */
final class Tally {
    int schools;
    int sites;
    long children;
    long pupilRows;
    long results;
    long socialRows;

    WorldCounts counts(long registerPersons) {
        return new WorldCounts(schools, sites, children, pupilRows, results, socialRows, registerPersons);
    }
}
