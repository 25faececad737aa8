/**
 * LVS-PSN-1 with the JCA and Bouncy Castle: the only place that sees the keys of holders A and B and the only one that
 * reads what the pupil types hide.
 */
@NullMarked
package nl.schakel.pseudonym.crypto;

import org.jspecify.annotations.NullMarked;
