/** Where a request came from, for the log; the log itself for the privacy officer, as JSON. */
@NullMarked
package nl.schakel.audit.rest;

import org.jspecify.annotations.NullMarked;
