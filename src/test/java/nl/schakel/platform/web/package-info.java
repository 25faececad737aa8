/** Tests of the package of the same name. */
@NullMarked
package nl.schakel.platform.web;

import org.jspecify.annotations.NullMarked;
