/**
 * LVS-PSN-1: pupil numbers become linkage pseudonyms through two holders' keys while they are read, and persons become
 * research pseudonyms of one study when they leave. Keys stay inside; other packages get functions.
 */
@NullMarked
package nl.schakel.pseudonym;

import org.jspecify.annotations.NullMarked;
