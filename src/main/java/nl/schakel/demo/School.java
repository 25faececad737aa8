package nl.schakel.demo;

import java.util.List;

/**
 * One made-up school.
 *
 * @param index from 0, its place in the world
 * @param brin its number, used by no real school
 * @param sites one, sometimes two
 * @param neighbours children of schools that do not take part: the registers know them, no school's file does
 */
public record School(int index, String brin, String name, List<Site> sites, List<Child> neighbours) {}
