/** Traces of requests, and the log as JSON. */
@NullMarked
package nl.schakel.audit.rest;

import org.jspecify.annotations.NullMarked;
