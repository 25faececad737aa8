/** Requests and reviews as JSON below {@code /api/v1/onderzoeken}. */
@NullMarked
package nl.schakel.study.rest;

import org.jspecify.annotations.NullMarked;
