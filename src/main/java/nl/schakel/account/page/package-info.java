/**
 * Pages for everybody: front page, sign-in and sign-out, start pages with their task lists, the statements on accessibility
 * and privacy. Establishes who looks at a page.
 */
@NullMarked
package nl.schakel.account.page;

import org.jspecify.annotations.NullMarked;
