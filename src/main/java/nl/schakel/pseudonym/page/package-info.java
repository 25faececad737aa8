/** Quotas for operators: where the schools stand, and more for one of them. */
@NullMarked
package nl.schakel.pseudonym.page;

import org.jspecify.annotations.NullMarked;
