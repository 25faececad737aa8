/** The log holder's keys: keyed hashes of pupils and colleagues, signatures under manifests. */
@NullMarked
package nl.schakel.audit.crypto;

import org.jspecify.annotations.NullMarked;
