/**
 * Pending work as rows, claimed with {@code FOR UPDATE SKIP LOCKED}, and the marker by which the command line finds its
 * subcommands.
 */
@NullMarked
package nl.schakel.platform.work;

import org.jspecify.annotations.NullMarked;
