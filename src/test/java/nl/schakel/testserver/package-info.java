/**
 * The product as tests run it: one process for all classes, started like a user's, and the small Arquillian container that
 * deploys test archives into it.
 */
@NullMarked
package nl.schakel.testserver;

import org.jspecify.annotations.NullMarked;
