/** Tests of texts of the register, and of bundles of the log: made-up ones, whole and not whole, judged by both verifiers. */
@NullMarked
package nl.schakel.audit.format;

import org.jspecify.annotations.NullMarked;
