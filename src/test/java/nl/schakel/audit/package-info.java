/** Tests of the log, and the in-memory log that other features' tests use. */
@NullMarked
package nl.schakel.audit;

import org.jspecify.annotations.NullMarked;
