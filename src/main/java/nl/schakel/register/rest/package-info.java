/** Register deliveries for the operator's machine: manifest and files in one streamed request, and the list of what is loaded. */
@NullMarked
package nl.schakel.register.rest;

import org.jspecify.annotations.NullMarked;
