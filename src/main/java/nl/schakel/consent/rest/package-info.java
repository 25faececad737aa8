/** Objections and consent decisions as JSON. Pupils are named in request bodies only, and never named back. */
@NullMarked
package nl.schakel.consent.rest;

import org.jspecify.annotations.NullMarked;
