/** The catalogue for programs: JSON and CSV, open to everybody. */
@NullMarked
package nl.schakel.catalogue.rest;

import org.jspecify.annotations.NullMarked;
