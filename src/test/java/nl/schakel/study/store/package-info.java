/** Tests of the schema {@code study} and what keeps it. */
@NullMarked
package nl.schakel.study.store;

import org.jspecify.annotations.NullMarked;
