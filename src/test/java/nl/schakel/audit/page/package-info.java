@NullMarked
package nl.schakel.audit.page;

import org.jspecify.annotations.NullMarked;
