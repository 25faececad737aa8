/** The researcher's request form and the reviewers' queue, working without script. */
@NullMarked
package nl.schakel.study.page;

import org.jspecify.annotations.NullMarked;
