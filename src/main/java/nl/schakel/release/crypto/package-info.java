/** age v1 in both directions, the researcher's key pair, and the check of signed notes. */
@NullMarked
package nl.schakel.release.crypto;

import org.jspecify.annotations.NullMarked;
