/** The embedded database that plain tests share, and the tests of COPY. */
@NullMarked
package nl.schakel.platform.database;

import org.jspecify.annotations.NullMarked;
