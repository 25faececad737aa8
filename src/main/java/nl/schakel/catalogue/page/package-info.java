/** The catalogue for people, open to everybody. */
@NullMarked
package nl.schakel.catalogue.page;

import org.jspecify.annotations.NullMarked;
