/**
 * What every page and every API answer shares: security headers, problems as RFC 9457 documents, languages, templates.
 */
@NullMarked
package nl.schakel.platform.web;

import org.jspecify.annotations.NullMarked;
