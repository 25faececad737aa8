/**
 * Which delivered pupil is which registered person: passes as data, three outcomes (linked, ambiguous, unlinked), every
 * run an immutable manifest with its own quality figures.
 */
@NullMarked
package nl.schakel.linkage;

import org.jspecify.annotations.NullMarked;
