/** The log holder's functions under the example keys. */
@NullMarked
package nl.schakel.audit.crypto;

import org.jspecify.annotations.NullMarked;
