/** Calls to the witnesses of the log, over HTTP. */
@NullMarked
package nl.schakel.audit.client;

import org.jspecify.annotations.NullMarked;
