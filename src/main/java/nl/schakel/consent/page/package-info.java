/**
 * Two screens, never one box: objections and consents. Identifiers are typed into a form and never come back in a page or
 * an address.
 */
@NullMarked
package nl.schakel.consent.page;

import org.jspecify.annotations.NullMarked;
