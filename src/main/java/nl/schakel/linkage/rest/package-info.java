/** Linkage runs for the operator's machine: start one, read its report. */
@NullMarked
package nl.schakel.linkage.rest;

import org.jspecify.annotations.NullMarked;
