/** Tests of the pages: every state rendered in both languages. */
@NullMarked
package nl.schakel.study.page;

import org.jspecify.annotations.NullMarked;
