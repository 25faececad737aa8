/** Blind evaluations as JSON: points go in and come out, never a number. */
@NullMarked
package nl.schakel.pseudonym.rest;

import org.jspecify.annotations.NullMarked;
