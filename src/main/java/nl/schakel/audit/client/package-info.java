/** Calls out over HTTP: to the witnesses of the log, and to a collector of lines of the processing log. */
@NullMarked
package nl.schakel.audit.client;

import org.jspecify.annotations.NullMarked;
