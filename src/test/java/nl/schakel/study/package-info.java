/** Tests of requests, reviews and who may judge whom. */
@NullMarked
package nl.schakel.study;

import org.jspecify.annotations.NullMarked;
