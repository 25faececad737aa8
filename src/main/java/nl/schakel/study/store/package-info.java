/** Keeps requests and reviews in the schema {@code study}; the constraints there repeat who may not review whom. */
@NullMarked
package nl.schakel.study.store;

import org.jspecify.annotations.NullMarked;
