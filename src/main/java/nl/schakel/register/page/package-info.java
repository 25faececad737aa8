/** The operator's page: which registers are loaded, with the counts of each file. */
@NullMarked
package nl.schakel.register.page;

import org.jspecify.annotations.NullMarked;
