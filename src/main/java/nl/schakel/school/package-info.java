/**
 * Schools and their sites as the registers name them (BRIN and vestiging), and the school year.
 */
@NullMarked
package nl.schakel.school;

import org.jspecify.annotations.NullMarked;
