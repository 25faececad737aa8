/** Keeps releases, approvals and encrypted chunks in the schema {@code release}; constraints repeat who may not release. */
@NullMarked
package nl.schakel.release.store;

import org.jspecify.annotations.NullMarked;
