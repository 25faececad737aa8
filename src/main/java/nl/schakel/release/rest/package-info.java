/** Releases and packages below {@code /api/v1/vrijgaven} and {@code /api/v1/extracten/{id}/vrijgaven}. */
@NullMarked
package nl.schakel.release.rest;

import org.jspecify.annotations.NullMarked;
