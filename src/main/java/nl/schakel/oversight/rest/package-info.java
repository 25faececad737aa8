/** Look-ups as JSON; a number comes in a body only and is in no answer. */
@NullMarked
package nl.schakel.oversight.rest;

import org.jspecify.annotations.NullMarked;
