@NullMarked
package nl.schakel.audit.format;

import org.jspecify.annotations.NullMarked;
